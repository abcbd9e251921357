package drydock.sandbox.oci.host;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// The host's system-wide set-up of package managers: a sandbox shall install from the company's
/// mirrors with nothing done by the user, and shall not see a password. So what is shown is a copy
/// with the settings that say where packages are, and no line in which an address has a user.
/// Proxies are left out, because the way out is the door, and certificates, because [Trust] sets
/// them.
final class PackageSettings {
  private static final Pattern PIP =
      Pattern.compile(
          "(extra-)?index-url|index|find-links|trusted-host|no-index|timeout|retries"
              + "|break-system-packages|disable-pip-version-check|prefer-binary|only-binary");

  private static final Pattern NPM =
      Pattern.compile("registry|@[^:/]+:registry|strict-ssl|fetch-.*|replace-registry-host");

  private static final Pattern KEY = Pattern.compile("\\s*([^=:\\s][^=\\s]*?)\\s*=.*");
  private static final Pattern USER_IN_ADDRESS = Pattern.compile("://[^/\\s]*@");

  private PackageSettings() {}

  /// @param file `pip.conf`, `npmrc` or Maven's `settings.xml`
  /// @return what may be seen of it, each character one byte; empty: nothing, or it is not there
  static Optional<String> shown(Path file) {
    try {
      if (!Files.isReadable(file)) {
        return Optional.empty();
      }
      return switch (String.valueOf(file.getFileName())) {
        case "pip.conf" -> Optional.of(lines(file, PIP));
        case "npmrc" -> Optional.of(lines(file, NPM));
        case "settings.xml" -> Optional.of(maven(file));
        default -> Optional.empty();
      };
    } catch (IOException | SAXException | TransformerException | ParserConfigurationException e) {
      // Not understood, so not shown.
      return Optional.empty();
    }
  }

  /// Lines of `key = value`, where an indented line goes on with the value before.
  private static String lines(Path file, Pattern keys) throws IOException {
    var shown = new StringBuilder();
    var keep = false;
    for (var line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
      var key = KEY.matcher(line);
      if (line.strip().startsWith("[")) {
        keep = true;
      } else if (!Character.isWhitespace(line.isEmpty() ? 'x' : line.charAt(0))) {
        keep = key.matches() && keys.matcher(key.group(1)).matches();
      }
      if (keep && !USER_IN_ADDRESS.matcher(line).find()) {
        shown.append(line).append('\n');
      }
    }
    return shown.toString();
  }

  private static String maven(Path file)
      throws IOException, SAXException, TransformerException, ParserConfigurationException {
    var parsers = DocumentBuilderFactory.newInstance();
    parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    parsers.setIgnoringComments(true);
    var parser = parsers.newDocumentBuilder();
    // The default one prints to standard error.
    parser.setErrorHandler(new DefaultHandler());
    var document = parser.parse(file.toFile());
    for (var name : List.of("servers", "proxies", "localRepository")) {
      var elements = document.getElementsByTagName(name);
      while (elements.getLength() > 0) {
        var element = (Element) elements.item(0);
        element.getParentNode().removeChild(element);
      }
    }
    var out = new StringWriter();
    var transformers = TransformerFactory.newInstance();
    transformers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    var transformer = transformers.newTransformer();
    transformer.setOutputProperty(OutputKeys.ENCODING, "US-ASCII");
    transformer.transform(new DOMSource(document), new StreamResult(out));
    // A mirror with a user in its address would be of no use without.
    return USER_IN_ADDRESS.matcher(out.toString()).find() ? "<settings/>\n" : out.toString();
  }
}
