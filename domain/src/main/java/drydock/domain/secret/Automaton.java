package drydock.domain.secret;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Finds any of many words in one pass over a text, however many they are (Aho and Corasick,
/// "Efficient string matching", 1975). Immutable once built; thread safe.
final class Automaton {
  private final Node root = new Node(0);

  /// What was seen last: the longest beginning of a word that the text ends with.
  static final class Node {
    private final Map<Character, Node> next = new HashMap<>();
    private final int depth;
    private Node fallback = this;
    private int longestWord;

    private Node(int depth) {
      this.depth = depth;
    }

    /// How many characters of the text may belong to a word that is not whole yet.
    int depth() {
      return depth;
    }

    /// The length of the longest word that ends here; 0 = none does.
    int longestWord() {
      return longestWord;
    }
  }

  Automaton(Collection<String> words) {
    words.forEach(this::add);
    link();
  }

  Node root() {
    return root;
  }

  Node after(Node node, char c) {
    for (var at = node; ; at = at.fallback) {
      var next = at.next.get(c);
      if (next != null) {
        return next;
      }
      if (at == root) {
        return root;
      }
    }
  }

  private void add(String word) {
    var node = root;
    for (var i = 0; i < word.length(); i++) {
      var depth = i + 1;
      node = node.next.computeIfAbsent(word.charAt(i), _ -> new Node(depth));
    }
    node.longestWord = word.length();
  }

  /// Breadth first: the fallback of a node lies nearer to the root.
  private void link() {
    root.fallback = root;
    var waiting = new ArrayDeque<Node>();
    for (var child : root.next.values()) {
      child.fallback = root;
      waiting.add(child);
    }
    while (!waiting.isEmpty()) {
      var node = waiting.remove();
      for (var edge : node.next.entrySet()) {
        var child = edge.getValue();
        child.fallback = after(node.fallback, edge.getKey());
        child.longestWord = Math.max(child.longestWord, child.fallback.longestWord);
        waiting.add(child);
      }
    }
  }
}
