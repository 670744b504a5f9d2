#include "integration/dicom/attributes.h"

#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

using namespace simiao;
using namespace Qt::StringLiterals;
using Numbers = std::vector<double>;

class TestAttributes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNumbersOfTexts_data();
    void readsNumbersOfTexts();
    void readsNumbersThatAreNoTexts();
    void looksAtNoMoreValuesThanAreAskedFor();
    void goesOverAMillionValuesOnce();
    void readsAllCodes_data();
    void readsAllCodes();
};

void TestAttributes::readsNumbersOfTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Numbers>("numbers");
    QTest::newRow("none") << QByteArray() << Numbers{};
    QTest::newRow("one") << QByteArray("0.5") << Numbers{0.5};
    QTest::newRow("several, with blanks") << QByteArray(" 1 \\-2.5e1\\+3 ") << Numbers{1, -25, 3};
    QTest::newRow("up to one that is empty") << QByteArray("1\\\\3") << Numbers{1};
    QTest::newRow("up to one that is blank") << QByteArray("1\\  \\3") << Numbers{1};
    QTest::newRow("up to a word") << QByteArray("1\\two\\3") << Numbers{1};
    QTest::newRow("up to what is not finite") << QByteArray("1\\1e999\\3") << Numbers{1};
    QTest::newRow("the last is empty") << QByteArray("1\\2\\") << Numbers{1, 2};
}

void TestAttributes::readsNumbersOfTexts()
{
    QFETCH(QByteArray, text);
    QFETCH(Numbers, numbers);
    DcmDataset dataset;
    dataset.putAndInsertString(DCM_PixelSpacing, text.constData());

    QCOMPARE(dicom::numbers(dataset, DCM_PixelSpacing), numbers);
    QCOMPARE(dicom::number(dataset, DCM_PixelSpacing),
             numbers.empty() ? std::nullopt : std::optional(numbers.front()));
}

void TestAttributes::readsNumbersThatAreNoTexts()
{
    DcmDataset dataset;
    const std::array<Uint16, 3> words{0, 65'535, 16};
    const std::array<Float64, 2> floats{-0.25, 1e-9};
    const std::array<Sint16, 2> signedWords{-10, 4};
    dataset.putAndInsertUint16Array(DcmTag(DCM_LUTDescriptor, EVR_US), words.data(), words.size());
    dataset.putAndInsertFloat64Array(DCM_RealWorldValueLUTData, floats.data(), floats.size());
    dataset.putAndInsertSint16Array(DCM_OverlayOrigin, signedWords.data(), signedWords.size());

    QCOMPARE(dicom::numbers(dataset, DCM_LUTDescriptor), (Numbers{0, 65'535, 16}));
    QCOMPARE(dicom::numbers(dataset, DCM_RealWorldValueLUTData), (Numbers{-0.25, 1e-9}));
    QCOMPARE(dicom::numbers(dataset, DCM_OverlayOrigin), (Numbers{-10, 4}));
    QCOMPARE(dicom::integer(dataset, DCM_OverlayOrigin), std::optional(-10));
    QVERIFY(dicom::numbers(dataset, DCM_PixelSpacing).empty());
}

void TestAttributes::looksAtNoMoreValuesThanAreAskedFor()
{
    DcmDataset dataset;
    const std::vector<Uint16> words(dicom::kMostNumbers + 9, 7);
    dataset.putAndInsertString(DCM_PixelSpacing, "1\\2\\3\\4");
    dataset.putAndInsertUint16Array(DcmTag(DCM_LUTData, EVR_US), words.data(), words.size());

    QCOMPARE(dicom::numbers(dataset, DCM_PixelSpacing, 2), (Numbers{1, 2}));
    QCOMPARE(dicom::numbers(dataset, DCM_LUTData, 3), (Numbers{7, 7, 7}));
    QCOMPARE(dicom::numbers(dataset, DCM_LUTData).size(), dicom::kMostNumbers);
}

/// Who looks for each value from the first one on does not come back: the watchdog of the test ends it.
void TestAttributes::goesOverAMillionValuesOnce()
{
    constexpr int kMany = 1'000'000;
    DcmDataset dataset;
    dataset.putAndInsertString(DCM_PixelSpacing, (QByteArray("1\\").repeated(kMany) + "1").constData());
    dataset.putAndInsertString(DCM_ReferencedSOPInstanceUID,
                               (QByteArray("1\\").repeated(kMany) + "1").constData());

    QCOMPARE(dicom::numbers(dataset, DCM_PixelSpacing, 2 * kMany).size(), std::size_t{kMany} + 1);
    QCOMPARE(dicom::number(dataset, DCM_PixelSpacing), std::optional(1.0));
    QCOMPARE(dicom::codes(dataset, DCM_ReferencedSOPInstanceUID).size(), qsizetype{kMany} + 1);
}

void TestAttributes::readsAllCodes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("none") << QByteArray() << QStringList();
    QTest::newRow("one") << QByteArray("ORIGINAL") << QStringList{u"ORIGINAL"_s};
    QTest::newRow("blanks and nothing") << QByteArray("ORIGINAL\\ PRIMARY\\\\AXIAL ")
                                        << QStringList{u"ORIGINAL"_s, u"PRIMARY"_s, u""_s, u"AXIAL"_s};
}

void TestAttributes::readsAllCodes()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, codes);
    DcmDataset dataset;
    dataset.putAndInsertString(DCM_ImageType, text.constData());

    QCOMPARE(dicom::codes(dataset, DCM_ImageType), codes);
    for (qsizetype i = 0; i < codes.size(); ++i)
        QCOMPARE(dicom::code(dataset, DCM_ImageType, static_cast<unsigned long>(i)), codes[i]);
}

QTEST_GUILESS_MAIN(TestAttributes)
#include "test_attributes.moc"
