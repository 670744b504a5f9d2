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

/// One item of a sequence, made where it is not there.
DcmItem &itemOf(DcmItem &dataset, const DcmTagKey &sequence)
{
    DcmItem *item = nullptr;
    dataset.findOrCreateSequenceItem(sequence, item, 0);
    return *item;
}

void putView(DcmItem &dataset, const char *code, const char *scheme, const char *meaning)
{
    auto &view = itemOf(dataset, DCM_ViewCodeSequence);
    put(view, DCM_CodeValue, code);
    put(view, DCM_CodingSchemeDesignator, scheme);
    put(view, DCM_CodeMeaning, meaning);
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
    void saysWhichBreastAndHowItWasTaken_data();
    void saysWhichBreastAndHowItWasTaken();
    void theFrameSaysItsSideItself();
    void saysWhereASliceLies();

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
void TestToldFacts::saysWhichBreastAndHowItWasTaken_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("side");
    QTest::addColumn<QString>("view");
    QTest::newRow("by position") << Change([](DcmDataset &dataset) {
        put(dataset, DCM_ImageLaterality, "R");
        put(dataset, DCM_ViewPosition, "CC");
    }) << u"R"_s << u"CC"_s;
    QTest::newRow("by code") << Change([](DcmDataset &dataset) {
        putView(dataset, "399368009", "SCT", "medio-lateral oblique");
    }) << u"L"_s << u"MLO"_s;
    QTest::newRow("by the code of old devices")
        << Change([](DcmDataset &dataset) { putView(dataset, "R-10242", "SRT", "cranio-caudal"); }) << u"L"_s
        << u"CC"_s;
    QTest::newRow("the code before the position") << Change([](DcmDataset &dataset) {
        put(dataset, DCM_ViewPosition, "LL");
        putView(dataset, "399260004", "SCT", "medio-lateral");
    }) << u"L"_s << u"ML"_s;
    QTest::newRow("another code") << Change([](DcmDataset &dataset) {
        delete dataset.remove(DCM_ViewPosition);
        putView(dataset, "272479007", "SCT", "Posteroanterior projection");
    }) << u"L"_s << u"Posteroanterior projection"_s;
    QTest::newRow("not as usual") << Change([](DcmDataset &dataset) {
        putView(dataset, "399162004", "SCT", "cranio-caudal");
        auto &modifier = itemOf(itemOf(dataset, DCM_ViewCodeSequence), DCM_ViewModifierCodeSequence);
        put(modifier, DCM_CodeValue, "399163009");
        put(modifier, DCM_CodeMeaning, "Magnification");
    }) << u"L"_s << u"CC (Magnification)"_s;
    QTest::newRow("nobody says") << Change([](DcmDataset &dataset) {
        delete dataset.remove(DCM_ImageLaterality);
        delete dataset.remove(DCM_ViewPosition);
        delete dataset.remove(DCM_ViewCodeSequence);
    }) << QString() << QString();
}

void TestToldFacts::saysWhichBreastAndHowItWasTaken()
{
    QFETCH(Change, change);
    QFETCH(QString, side);
    QFETCH(QString, view);

    const auto frame = changed(u"highdicom/dx_image.dcm"_s, change);

    QCOMPARE(frame->facts().laterality, side);
    QCOMPARE(frame->facts().view, view);
}

/// As a tomosynthesis does.
void TestToldFacts::theFrameSaysItsSideItself()
{
    const auto frame = changed(u"highdicom/dx_image.dcm"_s, [](DcmDataset &dataset) {
        delete dataset.remove(DCM_ImageLaterality);
        auto &shared = itemOf(dataset, DCM_SharedFunctionalGroupsSequence);
        put(itemOf(shared, DCM_FrameAnatomySequence), DCM_FrameLaterality, "R");
    });

    QCOMPARE(frame->facts().laterality, u"R"_s);
}

void TestToldFacts::saysWhereASliceLies()
{
    const auto frame = changed(u"cornerstone-wadoimageloader/CTImage.dcm"_s,
                               [](DcmDataset &dataset) { put(dataset, DCM_SliceLocation, "-12.5"); });

    QCOMPARE(frame->facts().sliceLocationMm.value(), -12.5);
}

QTEST_GUILESS_MAIN(TestToldFacts)
#include "test_told_facts.moc"
