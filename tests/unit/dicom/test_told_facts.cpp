#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/inspection.h"
#include "unit/dicom/shared_files.h"

#include <QTemporaryDir>
#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <functional>

using namespace simiao;
using namespace Qt::StringLiterals;
using FramePointer = std::shared_ptr<const imaging::Frame>;
using Ratios = std::vector<double>;
using Change = std::function<void(DcmDataset &)>;

namespace {

void put(DcmItem &item, const DcmTagKey &tag, const char *value)
{
    QVERIFY(item.putAndInsertString(tag, value).good());
}

} // namespace

/// What a reader must be told by the picture itself is read from its file.
class TestToldFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhatALossyImageLost_data();
    void saysWhatALossyImageLost();
    void anInspectionSaysWhatWasLost();

private:
    FramePointer frameOf(const QString &name, int frame = 0) const;
    FramePointer changed(const QString &name, const Change &change, int frame = 0) const;

    QString m_folder;
    QTemporaryDir m_changed;
};

void TestToldFacts::initTestCase()
{
    REQUIRE_SHARED_DICOM(folder);
    m_folder = folder;
}

FramePointer TestToldFacts::frameOf(const QString &name, int frame) const
{
    const auto decoded = dicom::decodeFrame(m_folder + u'/' + name, frame);
    if (!decoded)
        qFatal("%s: %s", qPrintable(name), qPrintable(logLine(decoded.error())));
    return *decoded;
}

/// The picture of a file whose attributes are other ones.
FramePointer TestToldFacts::changed(const QString &name, const Change &change, int frame) const
{
    const auto path = m_changed.filePath(u"changed.dcm"_s);
    DcmFileFormat file;
    if (file.loadFile(qPrintable(m_folder + u'/' + name)).bad())
        qFatal("%s", qPrintable(name));
    file.loadAllDataIntoMemory();
    change(*file.getDataset());
    if (file.saveFile(qPrintable(path), file.getDataset()->getOriginalXfer()).bad())
        qFatal("%s is not written", qPrintable(name));
    const auto decoded = dicom::decodeFrame(path, frame);
    if (!decoded)
        qFatal("%s: %s", qPrintable(name), qPrintable(logLine(decoded.error())));
    return *decoded;
}

void TestToldFacts::saysWhatALossyImageLost_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("isLossy");
    QTest::addColumn<Ratios>("ratios");
    const auto jpeg2000 =
        u"cornerstone-wadoimageloader/CTImage.dcm_JPEG2000TransferSyntax_1.2.840.10008.1.2.4.91.dcm"_s;
    const auto native = u"cornerstone-wadoimageloader/CTImage.dcm"_s;
    const auto jpeg = u"pydicom/test_files/SC_rgb_jpeg_dcmtk.dcm"_s;
    const Change nothing = [](DcmDataset &) {};
    const Change noRatio = [](DcmDataset &dataset) { delete dataset.remove(DCM_LossyImageCompressionRatio); };

    QTest::newRow("nothing was lost") << native << nothing << false << Ratios{};
    QTest::newRow("as stated") << jpeg2000 << nothing << true << Ratios{3.80558620289182};
    QTest::newRow("without a ratio") << jpeg << noRatio << true << Ratios{};
    QTest::newRow("by the syntax alone") << jpeg << Change([](DcmDataset &dataset) {
        delete dataset.remove(DCM_LossyImageCompression);
        delete dataset.remove(DCM_LossyImageCompressionRatio);
    }) << true << Ratios{};
    QTest::newRow("decompressed since, in two steps") << native << Change([](DcmDataset &dataset) {
        put(dataset, DCM_LossyImageCompression, "01");
        put(dataset, DCM_LossyImageCompressionRatio, "10\\4.5");
    }) << true << Ratios{10, 4.5};
    QTest::newRow("a ratio without the flag")
        << native << Change([](DcmDataset &dataset) { put(dataset, DCM_LossyImageCompressionRatio, "12"); })
        << true << Ratios{12};
    QTest::newRow("a ratio that is none") << native << Change([](DcmDataset &dataset) {
        put(dataset, DCM_LossyImageCompression, "01");
        put(dataset, DCM_LossyImageCompressionRatio, "0.084906");
    }) << true << Ratios{};
}

void TestToldFacts::saysWhatALossyImageLost()
{
    QFETCH(QString, name);
    QFETCH(Change, change);
    QFETCH(bool, isLossy);
    QFETCH(Ratios, ratios);

    const auto lossy = changed(name, change)->facts().lossy;

    QCOMPARE(lossy.has_value(), isLossy);
    QVERIFY(lossy.value_or(imaging::LossyCompression{}).ratios == ratios);
}

void TestToldFacts::anInspectionSaysWhatWasLost()
{
    const auto inspection = dicom::inspectFile(
        m_folder
        + u"/cornerstone-wadoimageloader/CTImage.dcm_JPEG2000TransferSyntax_1.2.840.10008.1.2.4.91.dcm"_s);
    const auto whole = dicom::inspectFile(m_folder + u"/cornerstone-wadoimageloader/CTImage.dcm"_s);

    QVERIFY(inspection && inspection->lossy);
    QCOMPARE(inspection->lossy->ratios.size(), 1U);
    QVERIFY(whole && !whole->lossy);
}

QTEST_GUILESS_MAIN(TestToldFacts)
#include "test_told_facts.moc"
