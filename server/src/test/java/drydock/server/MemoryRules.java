package drydock.server;

import drydock.domain.port.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rules in memory.
final class MemoryRules implements Rules {
  private final List<Rule> all = new ArrayList<>();

  @Override
  public synchronized void put(Rule rule) {
    remove(rule.id());
    all.addFirst(rule);
  }

  @Override
  public synchronized List<Rule> of(String repository) {
    return all.stream().filter(rule -> rule.repository().equals(repository)).toList();
  }

  @Override
  public synchronized List<Rule> list() {
    return List.copyOf(all);
  }

  @Override
  public synchronized Optional<Rule> remove(String id) {
    var found = all.stream().filter(rule -> rule.id().equals(id)).findFirst();
    found.ifPresent(all::remove);
    return found;
  }
}
