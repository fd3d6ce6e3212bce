#!/usr/bin/env python3
"""Every text a user sees can be translated, and is: check_translations.py ROOT [--update]

Fails on a text in ui/ that is not in tr(), on a .ts file whose strings are not exactly the sources', and on a
translation that is unfinished or whose placeholders, blanks or ends are not those of its source. With --update the
.ts files are brought up to the sources first; what is new is then to be translated."""
import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(sys.argv[1]).resolve()
LANGUAGES = {"de": 2, "fr": 2, "es": 2, "pt_BR": 2, "ru": 3, "tr": 1, "ja": 1, "ko": 1, "zh_CN": 1}
PLURAL_ONLY = "en"  # English has the sources' words, but its own plurals
LEAST_STRINGS = 600  # lupdate that finds nothing succeeds
# Contexts that are no class: the tables of QT_TRANSLATE_NOOP and of Q_DECLARE_TR_FUNCTIONS.
TABLES = {"Alert", "Chart", "Drawing", "ErrorCode", "HeatOverlays", "Ladder", "Panel", "Workspace", "qob", "OrderGuard", "QuickTrade"}

TOKEN = re.compile(
    r"//[^\n]*|/\*.*?\*/|R\"(?P<mark>[^(]*)\(.*?\)(?P=mark)\"|\"(?:\\.|[^\"\\\n])*\""
    r"|\b\d(?:'?[0-9a-zA-Z.])*|(?:\bu8|\bu|\bU|\bL)?'(?:\\.|[^'\\\n])+'",
    re.S,
)
TRANSLATED = re.compile(
    r"(\btr|\btranslate|\bQT_TRANSLATE_NOOP|\bQT_TR_NOOP)\(\s*(\"[^\"]*\",\s*)?(\"(\\.|[^\"\\])*\"\s*)*$"
)
# What puts a text before the user's eyes.
SHOWN = re.compile(
    r"\b(setText|setToolTip|setStatusTip|setWhatsThis|setWindowTitle|setTitle|setPlaceholderText|setAccessibleName"
    r"|setAccessibleDescription|setSpecialValueText|setSuffix|setPrefix|setLabelText|setHeaderLabels"
    r"|setHorizontalHeaderLabels|addAction|addMenu|addTab|addRow|addItem|insertItem|insertTab|drawText|showMessage|say"
    r"|new Q(?:Label|PushButton|CheckBox|RadioButton|Action|GroupBox|Menu|DockWidget|TableWidgetItem|ListWidgetItem))"
    r"\(\s*(?:QStringLiteral\(|QLatin1String\(|QString\()?$"
)
# Texts that are for other eyes: the details of errors, which logs have too; style sheets; fonts; formats.
OTHER_EYES = re.compile(
    r"fail\(|wrong\(|\bErrorCode::|CHECK\(|setStyleSheet|QToolButton::|QRegularExpression|QStringLiteral\(\"\^"
    r"|FontFamilies|applicationName|sayError|UTC\"|\"https://\"|\"pt_BR\"|qob · %1|constexpr std::array units"
)

errors = []


def words_in_sources():
    for file in sorted((ROOT / "ui").rglob("*")):
        if file.suffix not in (".h", ".cpp"):
            continue
        text = file.read_text()
        for match in TOKEN.finditer(text):
            literal = match.group(0)
            if not literal.startswith(('"', 'R"')) or not re.search(r"[A-Za-z]", literal):
                continue
            before = text[max(0, match.start() - 600) : match.start()]
            line = text[text.rfind("\n", 0, match.start()) + 1 : text.find("\n", match.start())]
            if line.lstrip().startswith("#include") or TRANSLATED.search(before):
                continue
            statement = re.split(r"[;{}]", before)[-1] + line
            if OTHER_EYES.search(statement):
                continue
            plain = re.sub(r"%L?\d", "", literal)
            if " " in plain and re.search(r"[A-Za-z]", plain) or SHOWN.search(before):
                number = text.count("\n", 0, match.start()) + 1
                errors.append(f"{file.relative_to(ROOT)}:{number}: {literal} is not in tr()")


def lupdate():
    known = ["/usr/lib/qt6/bin/lupdate", "lupdate6", "lupdate-qt6"]
    found = next((path for path in (shutil.which(name) for name in known) if path), None)
    if not found:
        sys.exit("lupdate of Qt 6 is not here: install qt6-l10n-tools")
    return found


def run_lupdate(target, *flags):
    # Header files say which namespace a class is in: without -I its context would have another name than at run time.
    command = [lupdate(), "-silent", "-locations", "none", *flags, str(ROOT / "ui"), "-I", str(ROOT), "-ts", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"lupdate failed:\n{done.stderr}")


def messages(path):
    """(context, source, comment) -> its element"""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            key = (name, message.findtext("source") or "", message.findtext("comment") or "")
            if key in found:
                errors.append(f"{path.name}: {key} is there twice")
            found[key] = message
    return found


def placeholders(text):
    return collections.Counter(re.findall(r"%(?:L?\d+|L?n)", text))


def ends(text):
    """What a text and its translation must have alike around their words."""
    tail = text.rstrip().replace("...", "…")
    return (
        text[: len(text) - len(text.lstrip())],
        text[len(text.rstrip()) :],
        "…" if tail.endswith("…") else ":" if tail.endswith((":", "：")) else "",
        text.count("\n"),
        len(re.findall(r"&(?=\w)", text)),
        "*." in text and re.findall(r"\([^()]*\*[^()]*\)", text),
    )


def is_translation(file):
    return not file.endswith(f"_{PLURAL_ONLY}.ts")


def check_message(file, key, message, forms):
    context, source, _ = key
    where = f"{file}: {context}: {source!r}"
    translation = message.find("translation")
    state = translation.get("type") if translation is not None else "missing"
    if state:
        errors.append(f"{where} is {state}")
        return
    plural = message.get("numerus") == "yes"
    texts = [form.text or "" for form in translation.iter("numerusform")] if plural else [translation.text or ""]
    if plural and len(texts) != forms:
        errors.append(f"{where} has {len(texts)} plural forms of {forms}")
    for text in texts:
        if not text.strip():
            errors.append(f"{where} is empty")
        if text == source and len(re.findall(r"[A-Za-z]{2,}", source)) > 3 and is_translation(file):
            errors.append(f"{where} is not translated")
        wanted, has = placeholders(source), placeholders(text)
        if plural:  # "one book" needs no number
            wanted.pop("%n", None), has.pop("%n", None)
        if wanted != has:
            errors.append(f"{where}: placeholders differ: {text!r}")
        if ends(source) != ends(text):
            errors.append(f"{where}: begins or ends otherwise: {text!r}")


def check_file(code, forms, sources):
    path = ROOT / "translations" / f"qob_{code}.ts"
    if not path.exists():
        errors.append(f"there is no {path.name}")
        return
    if f'language="{code}"' not in path.read_text():
        errors.append(f"{path.name}: is not marked as {code}")
    own = messages(path)
    for key in sorted(sources.keys() - own.keys()):
        errors.append(f"{path.name}: {key[0]}: {key[1]!r} is missing")
    for key in sorted(own.keys() - sources.keys()):
        errors.append(f"{path.name}: {key[0]}: {key[1]!r} is in no source")
    for key in sorted(own.keys() & sources.keys()):
        if own[key].get("numerus") != sources[key].get("numerus"):
            errors.append(f"{path.name}: {key[0]}: {key[1]!r}: counted in one, not in the other")
        check_message(path.name, key, own[key], forms)


def error_sentences():
    """Those of the engine's table of errors."""
    text = (ROOT / "engine/base/error.cpp").read_text()
    return set(re.findall(r'ErrorInfo\{\s*\w+,\s*"\w+",\s*\d+,\s*\d+,\s*"([^"]*)"\s*\}', text))


def main():
    if "--update" in sys.argv:
        for code in LANGUAGES:
            run_lupdate(ROOT / "translations" / f"qob_{code}.ts", "-no-obsolete", "-target-language", code)
        run_lupdate(ROOT / "translations" / f"qob_{PLURAL_ONLY}.ts", "-no-obsolete", "-pluralonly", "-target-language", "en")
    words_in_sources()
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / "fresh.ts"
        run_lupdate(fresh)
        sources = messages(fresh)
    if len(sources) < LEAST_STRINGS:
        errors.append(f"lupdate found {len(sources)} strings: it cannot have seen all of ui/")
    for name in sorted({key[0] for key in sources} - TABLES):
        if not name.startswith("qob::"):
            errors.append(f"context {name}: neither a class of namespace qob nor one of the tables named in the lint")
    listed = {key[1] for key in sources if key[0] == "ErrorCode"}
    for sentence in sorted(error_sentences() ^ listed):
        errors.append(f"engine/base/error.cpp and ui/models/error_sentences.cpp differ: {sentence!r}")
    for code, forms in LANGUAGES.items():
        check_file(code, forms, sources)
    check_file(PLURAL_ONLY, 2, {key: message for key, message in sources.items() if message.get("numerus") == "yes"})
    print("\n".join(errors) or f"translations ok: {len(sources)} strings in {len(LANGUAGES)} languages")
    sys.exit(bool(errors))


main()
