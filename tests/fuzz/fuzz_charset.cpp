// Names and texts in every repertoire, right, wrong and switched in the middle.
#include "fuzz/fuzz_input.h"
#include "integration/dicom/character_set.h"
#include "integration/dicom/text.h"

#include <array>

using namespace simiao;

namespace {

constexpr std::array kTerms{"",
                            "ISO_IR 6",
                            "ISO_IR 100",
                            "ISO_IR 101",
                            "ISO_IR 109",
                            "ISO_IR 144",
                            "ISO_IR 127",
                            "ISO_IR 126",
                            "ISO_IR 138",
                            "ISO_IR 148",
                            "ISO_IR 166",
                            "ISO_IR 13",
                            "ISO_IR 192",
                            "GB18030",
                            "GBK",
                            "ISO 2022 IR 6",
                            "ISO 2022 IR 87",
                            "ISO 2022 IR 159",
                            "ISO 2022 IR 149",
                            "ISO 2022 IR 58",
                            "ISO 2022 IR 13",
                            "no such term"};

bool isWellFormed(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isSurrogate())
            continue;
        if (!text[i].isHighSurrogate() || i + 1 >= text.size() || !text[i + 1].isLowSurrogate())
            return false;
        ++i;
    }
    return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    test::FuzzInput input(data, size);
    QStringList terms;
    for (int left = input.byte() % 4; left > 0; --left)
        terms.append(QString::fromLatin1(kTerms[input.byte() % kTerms.size()]));
    const auto bytes = input.rest();

    const dicom::CharacterSet set(terms);
    const auto decoded = set.decode(bytes);
    test::mustHold(isWellFormed(decoded.text), "no half characters");
    // A mark of the byte order before UTF-8 is no part of the text.
    constexpr QByteArrayView kMark("\xEF\xBB\xBF");
    const bool isMark = bytes == kMark;
    test::mustHold(decoded.text.isEmpty() == bytes.isEmpty() || isMark || !decoded.isClean
                       || bytes.contains('\x1b'),
                   "nothing is lost without a word");
    const auto said = bytes.startsWith(kMark) ? bytes.sliced(kMark.size()) : bytes;
    if (terms == QStringList{QStringLiteral("ISO_IR 192")} && decoded.isClean)
        test::mustHold(decoded.text.toUtf8() == said, "clean UTF-8 is the same in Unicode");
    test::mustHold(isWellFormed(dicom::personName(decoded.text)), "no half characters in a name");
    test::mustHold(isWellFormed(dicom::textBy(set, bytes)), "no half characters in a text");
    return 0;
}
