# Surefire's reports in; failing and skipped tests, and the sum, out.
# Exits with 1 if a test failed or none ran.

function attribute(line, name,    at, rest) {
  at = index(line, " " name "=\"")
  if (!at) return ""
  rest = substr(line, at + length(name) + 3)
  return substr(rest, 1, index(rest, "\"") - 1)
}

function plain(text) {
  gsub(/&#10;/, " ", text); gsub(/[ \t]+/, " ", text); sub(/^ /, "", text)
  gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text)
  gsub(/&apos;/, "'", text); gsub(/&amp;/, "\\&", text)
  return length(text) > 200 ? substr(text, 1, 200) "…" : text
}

# What a test printed may look like a report: it stands in CDATA, and is passed over.
inside { if (index($0, "]]>")) inside = 0; next }

{ whole = $0 }

(at = index($0, "<![CDATA[")) {
  inside = !index(substr($0, at), "]]>")
  $0 = substr($0, 1, at - 1)
}

/<testsuite / {
  ran += attribute($0, "tests"); failed += attribute($0, "failures") + attribute($0, "errors")
  skipped += attribute($0, "skipped")
}

/<testcase / { test = attribute($0, "classname") " " attribute($0, "name") }

# Why a test was skipped may stand in CDATA, on the element's own line.
/<skipped/ {
  why = attribute($0, "message")
  if (why == "") {
    why = whole
    sub(/.*<!\[CDATA\[[A-Za-z0-9.]*: /, "", why); sub(/^Assumption failed: /, "", why); sub(/\]\]>.*/, "", why)
    if (why == whole) why = ""
  }
  skips[++skipping] = test ": " plain(why)
}

/<(failure|error)[ >]/ {
  if (test != "") failures[++failing] = test ": " plain(attribute($0, "message"))
}

END {
  for (i = 1; i <= failing; i++) print "FAILED   " failures[i]
  for (i = 1; i <= skipping; i++) print "skipped  " skips[i]
  print (ran - failed - skipped) " passed, " failed + 0 " failed, " skipped + 0 " skipped"
  exit failed > 0 || ran == 0
}
