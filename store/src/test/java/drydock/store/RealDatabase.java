package drydock.store;

import drydock.store.postgres.Database;
import drydock.store.postgres.TestFolders;
import drydock.store.postgres.Unpacked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One embedded server for the whole run; each test finds it empty, and gets a [Store] of its own.
final class RealDatabase implements ParameterResolver, BeforeEachCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(RealDatabase.class);

  private record Running(Path folder, Database database) implements AutoCloseable {
    static Running start(Path programs) {
      try {
        var folder = TestFolders.create();
        return new Running(folder, Database.embedded(folder.resolve("db"), programs));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      database.close();
      TestFolders.delete(folder);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) throws SQLException {
    try (var connection = database(context).dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("truncate tasks, uploads, answers, spent, repositories cascade");
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == Store.class || type == Database.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Database.class
        ? database(context)
        : new Store(database(context), new JacksonCodec(), InstantSource.system());
  }

  private static Database database(ExtensionContext context) {
    var programs = Unpacked.in(context).programs();
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Running.class, _ -> Running.start(programs), Running.class)
        .database();
  }
}
