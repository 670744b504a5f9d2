#include "integration/dicom/character_set.h"

#include <QtTest>

using namespace simiao;
using namespace Qt::StringLiterals;
using dicom::CharacterSet;

/// The examples of PS3.5 annexes H to K, and what devices really write.
class TestCharacterSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEachRepertoire_data();
    void readsEachRepertoire();
    void knowsTermsThatAreSpeltWrongly_data();
    void knowsTermsThatAreSpeltWrongly();
    void keepsBytesThatMeanNothing_data();
    void keepsBytesThatMeanNothing();
    void beginsAnewAtEachDelimiter();
    void everyByteHasACharacter();
};

void TestCharacterSet::readsEachRepertoire_data()
{
    QTest::addColumn<QString>("terms");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &terms, const char *hex, const QString &text) {
        QTest::newRow(name) << terms << QByteArray::fromHex(hex) << text;
    };
    row("default", {}, "57616e675e46616e67", u"Wang^Fang"_s);
    row("Latin-1", u"ISO_IR 100"_s, "4dfc6c6c6572", u"Müller"_s);
    row("Latin-2", u"ISO_IR 101"_s, "a3756b61737a", u"Łukasz"_s);
    row("Latin-3", u"ISO_IR 109"_s, "a6", u"Ĥ"_s);
    row("Latin-4", u"ISO_IR 110"_s, "d3", u"Ķ"_s);
    row("Cyrillic", u"ISO_IR 144"_s, "bbeece", u"ЛюЮ"_s);
    row("Arabic", u"ISO_IR 127"_s, "e2c8", u"قب"_s);
    row("Greek", u"ISO_IR 126"_s, "c4e9", u"Δι"_s);
    row("Hebrew", u"ISO_IR 138"_s, "f9f8", u"שר"_s);
    row("Latin-5", u"ISO_IR 148"_s, "d0fd", u"Ğı"_s);
    row("Latin-9", u"ISO_IR 203"_s, "a4", u"€"_s);
    row("Thai", u"ISO_IR 166"_s, "cac1", u"สม"_s);
    row("katakana", u"ISO_IR 13"_s, "d4cfc0de5e", u"ﾔﾏﾀﾞ^"_s);
    row("UTF-8", u"ISO_IR 192"_s, "e78e8b5ee88ab3", u"王^芳"_s);
    row("GBK", u"GBK"_s, "cdf55eb7bc", u"王^芳"_s);
    row("GB18030, four bytes", u"GB18030"_s, "95328236", QString::fromUtf8("\xF0\xA0\x80\x80"));
    row("GB18030, trail byte 5C", u"GB18030"_s, "9b5c5e8245", u"沑^侲"_s);
    row("kanji in G0", u"\\ISO 2022 IR 87"_s, "1b2442 3b33 4544 1b2842 5e 1b2442 4240 4f3a 1b2842",
        u"山田^太郎"_s);
    row("katakana and kanji", u"ISO 2022 IR 13\\ISO 2022 IR 87"_s, "d4cf 3d 1b2442 3b33 1b284a 3d",
        u"ﾔﾏ=山="_s);
    row("kanji whose bytes are delimiters", u"\\ISO 2022 IR 87"_s, "1b2442 3d5c 1b2842", u"旬"_s);
    row("supplementary kanji", u"\\ISO 2022 IR 159"_s, "1b242844 3021 1b2842", u"丂"_s);
    row("hangul", u"\\ISO 2022 IR 149"_s, "1b242943 c8ab 5e 1b242943 b1e6 b5bf", u"홍^길동"_s);
    row("hangul without a second escape", u"\\ISO 2022 IR 149"_s, "1b242943 c8ab 5e b1e6 b5bf", u"홍^길동"_s);
    row("hanzi", u"\\ISO 2022 IR 58"_s, "1b242941 d5c5 5e 1b242941 d0a1 b6ab", u"张^小东"_s);
    row("Latin-1, then Greek", u"ISO 2022 IR 100\\ISO 2022 IR 126"_s, "fc 1b2d46 c4", u"üΔ"_s);
}

void TestCharacterSet::readsEachRepertoire()
{
    QFETCH(QString, terms);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);

    const auto decoded = CharacterSet(terms.split(u'\\')).decode(bytes);

    QCOMPARE(decoded.text, text);
    QVERIFY(decoded.isClean);
}

void TestCharacterSet::knowsTermsThatAreSpeltWrongly_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<bool>("isKnown");
    for (const auto *term :
         {"ISO_IR 100", "ISO IR 100", "ISO-IR 100", "ISO_IR_100", "ISO 2022 IR 100", "iso_ir 100",
          "ISO_IR100", "ISO_IR 192", "UTF-8", "GB18030", "GBK", "GB2312", ""})
        QTest::newRow(term) << QString::fromLatin1(term) << true;
    QTest::newRow("nonsense") << u"KLINGON"_s << false;
    QTest::newRow("no such registration") << u"ISO_IR 999"_s << false;
}

void TestCharacterSet::knowsTermsThatAreSpeltWrongly()
{
    QFETCH(QString, term);
    QFETCH(bool, isKnown);

    QCOMPARE(CharacterSet({term}).isKnown(), isKnown);
}

void TestCharacterSet::keepsBytesThatMeanNothing_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("default") << QString() << QByteArray("M\xFCller") << u"Müller"_s;
    QTest::newRow("UTF-8") << u"ISO_IR 192"_s << QByteArray("M\xFCller\xE7\x8E") << u"Müllerç\u008E"_s;
    QTest::newRow("GB18030, cut") << u"GB18030"_s << QByteArray("a\xCD") << u"aÍ"_s;
    QTest::newRow("hanzi, cut") << u"\\ISO 2022 IR 58"_s << QByteArray("\x1b$)A\xD5") << u"Õ"_s;
    QTest::newRow("escape to nowhere") << u"\\ISO 2022 IR 87"_s << QByteArray("a\x1b%Zb") << u"a\u001b%Zb"_s;
}

void TestCharacterSet::keepsBytesThatMeanNothing()
{
    QFETCH(QString, term);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);

    const auto decoded = CharacterSet(term.split(u'\\')).decode(bytes);

    QCOMPARE(decoded.text, text);
    QVERIFY(!decoded.isClean);
}

void TestCharacterSet::beginsAnewAtEachDelimiter()
{
    const CharacterSet japanese({QString(), u"ISO 2022 IR 87"_s});

    // Without an escape sequence back, the delimiter itself would be half a kanji; a line end is not.
    QCOMPARE(japanese.decode("\x1b$B;3\r\nabc").text, u"山\r\nabc"_s);
    QCOMPARE(CharacterSet({u"ISO 2022 IR 100"_s, u"ISO 2022 IR 126"_s}).decode("\x1b-F\xC4^\xC4").text,
             u"Δ^Ä"_s);
}

void TestCharacterSet::everyByteHasACharacter()
{
    for (const auto *term : {"", "ISO_IR 100", "ISO_IR 192", "GB18030", "\\ISO 2022 IR 87", "ISO_IR 13",
                             "\\ISO 2022 IR 149", "\\ISO 2022 IR 58", "\\ISO 2022 IR 159"}) {
        const CharacterSet set(QString::fromLatin1(term).split(u'\\'));
        for (int first = 0; first < 256; ++first) {
            for (int second = 0; second < 256; ++second) {
                const char pair[] = {static_cast<char>(first), static_cast<char>(second)};
                QVERIFY(!set.decode(QByteArray(pair, 2)).text.contains(QChar(QChar::ReplacementCharacter)));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestCharacterSet)
#include "test_character_set.moc"
