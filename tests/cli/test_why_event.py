"""`onrecord why` names all that an event was read from: frame, pattern, paths, cues."""

import json

from onrecord.lexicon.frames import frames


def test_why_of_an_event_with_a_cue(onrecord, tmp_path):
    text = "The foreign minister said that Portugal will send 50 officers to Timor in May.\n"
    (tmp_path / "report.txt").write_text(text, "utf-8")
    assert onrecord("add", "report.txt", "--published", "2024-03-11")[0] == 0
    listed = json.loads(onrecord("timeline", "--format", "json")[1])
    (event,) = listed
    code, out, err = onrecord("why", event["id"], "--format", "json")
    assert (code, err) == (0, "")
    (proof,) = json.loads(out)["proofs"]
    frame, rule, lemma, *paths = proof["why"].split()
    types = frame.split("->")
    assert set(types) <= set(frames())
    pattern = {p.rule: p for p in frames()[types[0]].patterns}[rule]
    assert lemma in {word for word, _ in pattern.lemmas}
    filled = [path for path in paths if "<-" in path]
    assert "actor<-subj" in filled
    assert all(path.split("<-")[1] in pattern.roles[path.split("<-")[0]] for path in filled)
    assert "cue:will" in paths
    assert (proof["certainty"], proof["cue"]) == (event["certainty"], "said")
    assert proof["sentence"][slice(*proof["mark"])] == "send"
    assert "read by: " + proof["why"] in " ".join(onrecord("why", event["id"])[1].split())
