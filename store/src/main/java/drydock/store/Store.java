package drydock.store;

import drydock.domain.port.AccessTokens;
import drydock.domain.port.Answers;
import drydock.domain.port.Inbox;
import drydock.domain.port.Journal;
import drydock.domain.port.JsonCodec;
import drydock.domain.port.Ledger;
import drydock.domain.port.Queue;
import drydock.domain.port.Repositories;
import drydock.domain.port.Rules;
import drydock.domain.port.Shares;
import drydock.domain.port.Tasks;
import drydock.domain.port.Transaction;
import drydock.domain.port.Uploads;
import drydock.store.column.Json;
import drydock.store.postgres.Database;
import java.time.InstantSource;

/// All ports over one database. Thread safe. Closing the database ends it.
///
/// What the database cannot hold, the NUL character and halves of surrogate pairs, is stored and
/// given back as U+FFFD; times are kept to the microsecond. Where the database fails, all methods
/// throw [drydock.store.postgres.StoreException].
public final class Store {
  private final Transactions transactions;
  private final Tasks tasks;
  private final Journal journal;
  private final Queue queue;
  private final Inbox inbox;
  private final Repositories repositories;
  private final Rules rules;
  private final Shares shares;
  private final Uploads uploads;
  private final Answers answers;
  private final Ledger ledger;
  private final AccessTokens accessTokens;

  public Store(Database database, JsonCodec codec, InstantSource clock) {
    this.transactions = new Transactions(database);
    var json = new Json(codec);
    var events = new EventRows(json);
    this.tasks = new TaskStore(database.signals(), transactions, json, events);
    this.journal =
        new JournalStore(database, transactions, new Appending(json, events), events, clock);
    this.queue = new QueueStore(database, transactions, clock);
    this.inbox = new InboxStore(database, transactions, json);
    this.repositories = new RepositoryStore(transactions);
    this.rules = new RuleStore(transactions);
    this.shares = new ShareStore(transactions);
    this.uploads = new UploadStore(transactions);
    this.answers = new AnswerStore(transactions);
    this.ledger = new LedgerStore(transactions);
    this.accessTokens = new AccessTokenStore(transactions);
  }

  /// What is done through several of the ports, and belongs together.
  public Transaction transaction() {
    return transactions;
  }

  public Tasks tasks() {
    return tasks;
  }

  public Journal journal() {
    return journal;
  }

  public Queue queue() {
    return queue;
  }

  public Inbox inbox() {
    return inbox;
  }

  public Repositories repositories() {
    return repositories;
  }

  public Rules rules() {
    return rules;
  }

  public Shares shares() {
    return shares;
  }

  public Uploads uploads() {
    return uploads;
  }

  public Answers answers() {
    return answers;
  }

  public AccessTokens accessTokens() {
    return accessTokens;
  }

  public Ledger ledger() {
    return ledger;
  }
}
