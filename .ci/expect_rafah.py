"""The outcome on the two real articles: one warning, Rafah, about 1.5 million against more than 1.3 million."""
import json
import os

findings = json.loads(os.environ["FOUND"])["findings"]
loud = [f for f in findings if f["severity"] != "note"]
assert len(loud) == 1, loud
[finding] = loud
assert finding["rule"] == "people-in-place" and finding["severity"] == "warning", finding
assert finding["verdict"] == "discrepancy" and finding["cause"] == "definition", finding
assert "Rafah" in finding["message"] and "13%" in finding["message"], finding
sides = {l["side"]: l["text"] for l in finding["locations"] if l["side"] is not None}
assert sides == {0: "about 1.5 million", 1: "more than 1.3 million"}, sides
assert any("1.3 million displaced + 250,000 residents before the war = at least 1.55 million" in e for e in finding["explanation"]), finding
print("as expected:", finding["message"])
