#include "integration/dimse/implicit_dataset.h"

#include <QTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcostrmb.h>
#include <dcmtk/dcmdata/dctk.h>

#include <functional>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

QByteArray written(DcmDataset &dataset, E_TransferSyntax syntax, E_EncodingType lengths)
{
    QByteArray bytes(1 << 20, '\0');
    DcmOutputBufferStream stream(bytes.data(), bytes.size());
    dataset.transferInit();
    dataset.write(stream, syntax, lengths, nullptr);
    dataset.transferEnd();
    void *start = nullptr;
    offile_off_t length = 0;
    stream.flushBuffer(start, length);
    return bytes.first(qsizetype(length));
}

/// Sequences in sequences, an empty one, long and short values, an odd one, pixels.
void fill(DcmDataset &dataset)
{
    dataset.putAndInsertString(DCM_SOPClassUID, "1.2.840.10008.5.1.4.1.1.2");
    dataset.putAndInsertString(DCM_PatientName, "Wang^Xiaoming");
    dataset.putAndInsertString(DCM_TextValue, "unlimited text");
    DcmItem *outer = nullptr;
    dataset.findOrCreateSequenceItem(DCM_ReferencedSeriesSequence, outer, -2);
    outer->putAndInsertString(DCM_SeriesInstanceUID, "1.2.3");
    for (int i = 0; i < 2; ++i) {
        DcmItem *inner = nullptr;
        outer->findOrCreateSequenceItem(DCM_ReferencedSOPSequence, inner, -2);
        inner->putAndInsertString(DCM_ReferencedSOPInstanceUID, i == 0 ? "1.2.3.4" : "1.2.3.5");
    }
    dataset.insertEmptyElement(DCM_RequestAttributesSequence);
    dataset.putAndInsertUint16(DCM_Rows, 2);
    const Uint16 pixels[] = {1, 2, 3, 0x8000};
    dataset.putAndInsertUint16Array(DCM_PixelData, pixels, 4);
}

} // namespace

/// Data sets for peers that take nothing but implicit VR little endian.
class TestImplicit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheToolkitSays_data()
    {
        QTest::addColumn<int>("lengths");
        QTest::newRow("sequences with lengths") << int(EET_ExplicitLength);
        QTest::newRow("sequences with delimiters") << int(EET_UndefinedLength);
    }

    void saysWhatTheToolkitSays()
    {
        QFETCH(int, lengths);
        DcmDataset dataset;
        fill(dataset);

        const auto bytes =
            dimse::asImplicit(written(dataset, EXS_LittleEndianExplicit, E_EncodingType(lengths)));

        QVERIFY2(bytes, bytes ? "" : qPrintable(logLine(bytes.error())));
        QCOMPARE(*bytes, written(dataset, EXS_LittleEndianImplicit, EET_UndefinedLength));
    }

    /// An unknown sequence without length is implicit below (PS3.5 6.2.2).
    void leavesUnknownSequencesAsTheyAre()
    {
        const auto head = QByteArray::fromHex("090010104f42"
                                              "0000"
                                              "02000000"
                                              "0102");
        const auto items = QByteArray::fromHex("feff00e0ffffffff"
                                               "0800180004000000312e3200"
                                               "feff0de000000000"
                                               "feffdde000000000");
        const auto unknown = QByteArray::fromHex("0900111055"
                                                 "4e0000ffffffff")
            + items;

        const auto bytes = dimse::asImplicit(head + unknown);

        QVERIFY2(bytes, bytes ? "" : qPrintable(logLine(bytes.error())));
        QCOMPARE(*bytes,
                 QByteArray::fromHex("09001010020000000102") + QByteArray::fromHex("09001110ffffffff")
                     + items);
    }

    void refusesWhatIsCut()
    {
        DcmDataset dataset;
        fill(dataset);
        const auto whole = written(dataset, EXS_LittleEndianExplicit, EET_ExplicitLength);
        int refused = 0;
        for (qsizetype length = 0; length < whole.size(); ++length)
            refused += dimse::asImplicit(whole.first(length)) ? 0 : 1;

        // It can be cut between two of its seven elements, or before the first, and nowhere else.
        QCOMPARE(refused, whole.size() - 7);
    }

    void refusesWhatIsTooDeep()
    {
        const auto sequence = QByteArray::fromHex("0800401153510000ffffffff"
                                                  "feff00e0ffffffff");

        const auto bytes = dimse::asImplicit(sequence.repeated(1000));

        QVERIFY(!bytes);
        QCOMPARE(bytes.error().code, u"imaging.nesting-too-deep"_s);
    }
};

QTEST_GUILESS_MAIN(TestImplicit)
#include "test_implicit.moc"
