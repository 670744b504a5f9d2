#include "integration/dicom/inspection.h"
#include "integration/dicom/objects/object_listing.h"
#include "integration/dicom/objects/references.h"
#include "unit/dicom/shared_files.h"

#include <QTemporaryDir>
#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <functional>

using namespace simiao;
using namespace Qt::StringLiterals;
using Change = std::function<void(DcmItem &dataset)>;

namespace {

DcmItem &appended(DcmItem &dataset, const DcmTagKey &sequence)
{
    DcmItem *item = nullptr;
    dataset.findOrCreateSequenceItem(sequence, item, -2);
    return *item;
}

void fill(DcmItem &dataset, const DcmTagKey &sequence, int items)
{
    auto *all = new DcmSequenceOfItems(sequence);
    for (int i = 0; i < items; ++i)
        all->append(new DcmItem);
    dataset.insert(all, OFTrue);
}

void makeReport(DcmItem &dataset, int items)
{
    dataset.putAndInsertString(DCM_SOPClassUID, UID_BasicTextSRStorage);
    dataset.putAndInsertString(DCM_ValueType, "CONTAINER");
    fill(dataset, DCM_ContentSequence, items);
}

void makeState(DcmItem &dataset, const char *sopClass = UID_GrayscaleSoftcopyPresentationStateStorage)
{
    dataset.putAndInsertString(DCM_SOPClassUID, sopClass);
}

void makeDocument(DcmItem &dataset, const QByteArray &bytes)
{
    dataset.putAndInsertString(DCM_SOPClassUID, UID_EncapsulatedPDFStorage);
    dataset.putAndInsertString(DCM_MIMETypeOfEncapsulatedDocument, "application/pdf");
    if (!bytes.isEmpty())
        dataset.putAndInsertUint8Array(DCM_EncapsulatedDocument,
                                       reinterpret_cast<const Uint8 *>(bytes.constData()),
                                       static_cast<unsigned long>(bytes.size()));
}

/// The shared ECG with one of its groups changed.
void makeWaveform(DcmItem &dataset, const Change &change)
{
    DcmFileFormat file;
    const auto path = test::sharedDicom() + u"/pydicom/test_files/waveform_ecg.dcm"_s;
    if (file.loadFile(qPrintable(path)).bad())
        qFatal("no shared ECG");
    file.loadAllDataIntoMemory();
    for (const auto &tag : {DCM_SOPClassUID, DCM_WaveformSequence})
        dataset.insert(file.getDataset()->remove(tag), OFTrue);
    DcmItem *group = nullptr;
    dataset.findAndGetSequenceItem(DCM_WaveformSequence, group, 0);
    change(*group);
}

} // namespace

/// Of what is no image an inspection says what whoever opens it will be told.
class TestInspectedObjects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatNobodyCanBeShown_data();
    void refusesWhatNobodyCanBeShown();
    void tellsWhatIsShownInPart_data();
    void tellsWhatIsShownInPart();
    void isSilentWhereAllIsShown_data();
    void isSilentWhereAllIsShown();
    void aStateNamesEveryImageOfALongSeries();

private:
    QString written(const Change &change);

    QTemporaryDir m_folder;
};

QString TestInspectedObjects::written(const Change &change)
{
    DcmFileFormat file;
    file.getDataset()->putAndInsertString(DCM_SOPInstanceUID, "2.25.13");
    change(*file.getDataset());
    const auto path = m_folder.filePath(u"object.dcm"_s);
    if (file.saveFile(qPrintable(path), EXS_LittleEndianExplicit).bad())
        qFatal("the object is not written");
    return path;
}

void TestInspectedObjects::refusesWhatNobodyCanBeShown_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("code");
    const auto state = [](const char *sopClass) {
        return Change([sopClass](DcmItem &dataset) { makeState(dataset, sopClass); });
    };
    QTest::newRow("colour") << state(UID_ColorSoftcopyPresentationStateStorage)
                            << u"presentation.unsupported"_s;
    QTest::newRow("pseudo-colour") << state(UID_PseudoColorSoftcopyPresentationStateStorage)
                                   << u"presentation.unsupported"_s;
    QTest::newRow("blending") << state(UID_BlendingSoftcopyPresentationStateStorage)
                              << u"presentation.unsupported"_s;
    QTest::newRow("no document") << Change([](DcmItem &dataset) { makeDocument(dataset, {}); })
                                 << u"report.no-document"_s;
    QTest::newRow("no PDF") << Change([](DcmItem &dataset) { makeDocument(dataset, "<html>%PD</html>"_ba); })
                            << u"report.no-document"_s;
    QTest::newRow("PDF, late") << Change([](DcmItem &dataset) {
        makeDocument(dataset, QByteArray(2048, ' ') + "%PDF-1.7"_ba);
    }) << u"report.no-document"_s;
    if (test::sharedDicom().isEmpty())
        return;
    const auto waveform = [](const Change &change) {
        return Change([change](DcmItem &dataset) { makeWaveform(dataset, change); });
    };
    QTest::newRow("24 bits") << waveform([](DcmItem &group) {
        group.putAndInsertUint16(DCM_WaveformBitsAllocated, 24);
    }) << u"waveform.encoding"_s;
    QTest::newRow("0 Hz") << waveform([](DcmItem &group) {
        group.putAndInsertString(DCM_SamplingFrequency, "0");
    }) << u"waveform.encoding"_s;
}

void TestInspectedObjects::refusesWhatNobodyCanBeShown()
{
    QFETCH(Change, change);
    QFETCH(QString, code);
    const auto path = written(change);

    const auto file = dicom::inspectFile(path);

    QVERIFY(file && file->refusal);
    QCOMPARE(file->refusal->code, code);
    QVERIFY(!dicom::readObject(path));
}

void TestInspectedObjects::tellsWhatIsShownInPart_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("code");
    QTest::newRow("report") << Change([](DcmItem &dataset) { makeReport(dataset, dicom::kMostItems + 1); })
                            << u"report.truncated"_s;
    QTest::newRow("annotations") << Change([](DcmItem &dataset) {
        makeState(dataset);
        fill(dataset, DCM_GraphicAnnotationSequence, dicom::kMostItems + 1);
    }) << u"presentation.not-applied"_s;
    QTest::newRow("drawings") << Change([](DcmItem &dataset) {
        makeState(dataset);
        fill(appended(dataset, DCM_GraphicAnnotationSequence), DCM_GraphicObjectSequence,
             dicom::kMostItems + 1);
    }) << u"presentation.not-applied"_s;
    QTest::newRow("window of no width") << Change([](DcmItem &dataset) {
        makeState(dataset);
        auto &voi = appended(dataset, DCM_SoftcopyVOILUTSequence);
        voi.putAndInsertString(DCM_WindowCenter, "40");
        voi.putAndInsertString(DCM_WindowWidth, "0");
    }) << u"presentation.not-applied"_s;
    QTest::newRow("images") << Change([](DcmItem &dataset) {
        makeState(dataset);
        fill(appended(dataset, DCM_ReferencedSeriesSequence), DCM_ReferencedImageSequence,
             dicom::kMostImages + 1);
    }) << u"presentation.not-applied"_s;
    if (test::sharedDicom().isEmpty())
        return;
    QTest::newRow("notes of an ECG") << Change([](DcmItem &dataset) {
        makeWaveform(dataset, [](DcmItem &) {});
        fill(dataset, DCM_WaveformAnnotationSequence, dicom::kMostItems + 1);
    }) << u"waveform.truncated"_s;
    QTest::newRow("groups of an ECG") << Change([](DcmItem &dataset) {
        makeWaveform(dataset, [&](DcmItem &group) {
            DcmSequenceOfItems *groups = nullptr;
            dataset.findAndGetSequence(DCM_WaveformSequence, groups);
            while (groups->card() < 17)
                groups->append(new DcmItem(group));
        });
    }) << u"waveform.truncated"_s;
    QTest::newRow("samples of an ECG") << Change([](DcmItem &dataset) {
        makeWaveform(dataset,
                     [](DcmItem &group) { group.putAndInsertUint32(DCM_NumberOfWaveformSamples, 20'000); });
    }) << u"waveform.samples-missing"_s;
}

void TestInspectedObjects::tellsWhatIsShownInPart()
{
    QFETCH(Change, change);
    QFETCH(QString, code);

    const auto file = dicom::inspectFile(written(change));

    QVERIFY(file && !file->refusal);
    QVERIFY(std::ranges::find(file->problems, code, &imaging::Defect::code) != file->problems.end());
}

void TestInspectedObjects::isSilentWhereAllIsShown_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("report") << Change([](DcmItem &dataset) { makeReport(dataset, dicom::kMostItems); });
    QTest::newRow("state") << Change([](DcmItem &dataset) { makeState(dataset); });
    QTest::newRow("PDF behind other bytes")
        << Change([](DcmItem &dataset) { makeDocument(dataset, "\n\n%PDF-1.7"_ba); });
    if (!test::sharedDicom().isEmpty())
        QTest::newRow("ECG") << Change([](DcmItem &dataset) { makeWaveform(dataset, [](DcmItem &) {}); });
}

void TestInspectedObjects::isSilentWhereAllIsShown()
{
    QFETCH(Change, change);

    const auto file = dicom::inspectFile(written(change));

    QVERIFY(file && !file->refusal);
    QCOMPARE(file->problems, std::vector<imaging::Defect>());
}

void TestInspectedObjects::aStateNamesEveryImageOfALongSeries()
{
    constexpr int kImages = 5000;
    const auto path = written([](DcmItem &dataset) {
        makeState(dataset);
        fill(appended(dataset, DCM_ReferencedSeriesSequence), DCM_ReferencedImageSequence, kImages);
    });

    const auto content = dicom::readObject(path);

    QVERIFY(content);
    QCOMPARE(std::get<imaging::PresentationState>(*content).images.size(), std::size_t{kImages});
}

QTEST_GUILESS_MAIN(TestInspectedObjects)
#include "test_inspected_objects.moc"
