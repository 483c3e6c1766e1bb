"""Names of many scripts, and a PDF file looked through for the glyph that stands for no letter."""

from __future__ import annotations

import re

from pypdf import PdfReader

# The bundled fonts draw these on every machine
NAMES = {
    "Arabic": "محمد بن سلمان الله",
    "Persian": "محمد\u200cرضا پهلوی ۱۲",
    "Urdu": "ٹیپو سلطان گھر",
    "Hebrew": "שָׂרָה כהן",
    "Georgian": "გიორგი ᲛᲐᲘᲐ",
    "Armenian": "Արմեն Սարգսյան",
    "Greek": "Γεώργιος Παπαδόπουλος",
    "Hindi": "राजेश शर्मा, क्षत्रिय 12",
    "Thai": "สมชาย ใจดี น้ำ",
    "Vietnamese": "Nguyễn Thị Ạ Ế",
    "Romanian": "Ștefan Țăran",
    "Kazakh": "Әлия Құрманғазықызы",
}
# These are drawn where the system has a font
OTHERS = {
    "Korean": "김철수",
    "Chinese": "王小明 𠮷",
    "Japanese": "さくら 桜",
    "Tamil": "தமிழ்",
    "Bengali": "বাংলা ১২",
    "Amharic": "አማርኛ",
    "Burmese": "မြန်မာ",
    "Khmer": "ខ្មែរ",
    "Mongolian": "ᠮᠣᠩᠭᠣᠯ",
    "emoji": "😀👩\u200d👩\u200d👧 ❤\ufe0f 🇰🇿",
    "marks": "x\u20dd a\u0301\u0328 \u093e",
}
# And these nowhere
NOBODYS = {"private use": "\ue000\U00100000", "not assigned": "\u0378\U000e0fff", "no character": "\ufdd0"}
ALL = {**NAMES, **OTHERS, **NOBODYS}


def boxes(reader: PdfReader) -> int:
    """Count the glyphs without a letter, whose number is 0."""
    found = 0
    for page in reader.pages:
        content = page.get_contents()
        assert content is not None
        for shown in re.findall(rb"<([0-9A-Fa-f]+)> Tj", content.get_data()):
            assert len(shown) % 4 == 0
            found += [shown[start : start + 4] for start in range(0, len(shown), 4)].count(b"0000")
    return found
