#include "imaging/report/report_lines.h"
#include "integration/dicom/confidentiality/deidentify.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/exporting/export_run.h"
#include "integration/dicom/exporting/other_objects.h"
#include "integration/dicom/folder_listing.h"
#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/object_kind.h"
#include "integration/dicom/objects/key_objects.h"
#include "integration/dicom/objects/measurement_report.h"
#include "integration/dicom/objects/presentation_state.h"
#include "integration/dicom/objects/presentation_state_writer.h"
#include "integration/dicom/objects/report.h"
#include "integration/dicom/objects/waveform.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "unit/dicom/outside_program.h"
#include "unit/dicom/shared_decoders.h"
#include "unit/dicom/shared_files.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QUuid>
#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdicdir.h>
#include <dcmtk/dcmdata/dcdirrec.h>
#include <dcmtk/dcmdata/dctk.h>

#include <functional>
#include <memory>

using namespace simiao;
using namespace Qt::StringLiterals;
using imaging::ContentItem;
using imaging::ContentType;
using imaging::MeasurementKind;

namespace {

/// What was written about the patient by hand, somewhere in one of the objects.
constexpr std::array kToldByHand{"小明",    "Xiaoming", "MRN100238", "19810304", "20261122",
                                 "Li^Ming", "李明",     "neighbour", "SECRET",   "target 1"};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test's own object");
}

QString valueOf(const QString &path, const DcmTagKey &tag)
{
    DcmFileFormat file;
    OFString value;
    if (file.loadFile(QFile::encodeName(path).constData()).bad())
        return u"unreadable"_s;
    file.getDataset()->findAndGetOFStringArray(tag, value);
    return QString::fromUtf8(value.c_str());
}

/// Values of these attributes, on every level.
void collect(DcmItem &item, const QList<DcmTagKey> &tags, QSet<QByteArray> &values)
{
    for (unsigned long i = 0; i < item.card(); ++i) {
        auto *element = item.getElement(i);
        if (auto *sequence = dynamic_cast<DcmSequenceOfItems *>(element)) {
            for (unsigned long n = 0; n < sequence->card(); ++n)
                collect(*sequence->getItem(n), tags, values);
            continue;
        }
        const char *raw = nullptr;
        if (tags.contains(element->getTag()) && item.findAndGetString(element->getTag(), raw).good() && raw)
            values.insert(QByteArray(raw).trimmed());
    }
}

QSet<QByteArray> valuesIn(const QString &path, const QList<DcmTagKey> &tags)
{
    QSet<QByteArray> values;
    if (const auto file = dicom::openDataset(path))
        collect(file->dataset(), tags, values);
    return values;
}

void visit(const ContentItem &item, const std::function<void(const ContentItem &)> &seen)
{
    seen(item);
    for (const auto &child : item.children)
        visit(child, seen);
}

QStringList numbersIn(const QString &path)
{
    QStringList numbers;
    if (const auto report = dicom::readReport(path))
        visit(report->root, [&](const ContentItem &item) {
            if (item.type == ContentType::Number)
                numbers.append(item.name.meaning + u' ' + item.text + u' ' + item.code.value);
        });
    return numbers;
}

DcmItem &addContent(DcmItem &below, const char *type, const char *scheme, const char *value)
{
    DcmItem *item = nullptr;
    below.findOrCreateSequenceItem(DCM_ContentSequence, item, -2);
    item->putAndInsertString(DCM_RelationshipType, "CONTAINS");
    item->putAndInsertString(DCM_ValueType, type);
    DcmItem *name = nullptr;
    item->findOrCreateSequenceItem(DCM_ConceptNameCodeSequence, name, -2);
    name->putAndInsertString(DCM_CodeValue, value);
    name->putAndInsertString(DCM_CodingSchemeDesignator, scheme);
    name->putAndInsertString(DCM_CodeMeaning, "Concept");
    return *item;
}

void addNumber(DcmItem &below, const char *scheme, const char *value, const char *number)
{
    DcmItem *measured = nullptr;
    addContent(below, "NUM", scheme, value).findOrCreateSequenceItem(DCM_MeasuredValueSequence, measured, -2);
    measured->putAndInsertString(DCM_NumericValue, number);
    DcmItem *unit = nullptr;
    measured->findOrCreateSequenceItem(DCM_MeasurementUnitsCodeSequence, unit, -2);
    unit->putAndInsertString(DCM_CodeValue, "1");
    unit->putAndInsertString(DCM_CodingSchemeDesignator, "UCUM");
    unit->putAndInsertString(DCM_CodeMeaning, "no units");
}

/// The file of an object, changed by `change`.
void changed(const QString &path, const std::function<void(DcmDataset &)> &change)
{
    DcmFileFormat file;
    file.loadFile(QFile::encodeName(path).constData());
    file.loadAllDataIntoMemory();
    change(*file.getDataset());
    if (file.saveFile(QFile::encodeName(path).constData(), EXS_LittleEndianExplicit).bad())
        qFatal("cannot write the test's own object");
}

workflow::Authorship author()
{
    return {.author = u"李明"_s,
            .written = QDateTime(QDate(2026, 11, 22), QTime(9, 30)),
            .root = u"test"_s,
            .language = u"en"_s};
}

QStringList typesBelow(DcmDirectoryRecord &record)
{
    QStringList types;
    for (unsigned long i = 0; i < record.cardSub(); ++i) {
        auto *below = record.getSub(i);
        OFString type;
        below->findAndGetOFString(DCM_DirectoryRecordType, type);
        types.append(QString::fromLatin1(type.c_str()));
        types += typesBelow(*below);
    }
    return types;
}

} // namespace

/// A study with everything that stands beside its images.
class TestDeidentifyObjects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingInAWholeStudyNamesThePatient();
    void referencesResolveWithinTheSet();
    void numbersCodesAndPlacesStay();
    void whatDescribesThePatientGoes();
    void textsOnPicturesGoButForMeasuredOnes();
    void otherProgramsReadWhatIsLeft();
    void aCodeThatNamesThePatientIsStillOne();
    void theDirectoryNamesEveryObject();
    void documentsAreLeftOutUnlessAskedFor();
    void whatCannotBeCleanedIsLeftOutAndTold();
    void whatElseLiesInTheStudyGoesAlong();
    void notesBesideAWaveformGo();
    void realObjectsNameNobody();
    void datesOfObjectsMoveWithThoseOfImages();

private:
    QString object(const QString &name) const { return m_folder->filePath(u"study/"_s + name); }
    workflow::ImageExportOrder order() const;
    /// The exported object of this kind.
    QString exported(dicom::ObjectKind kind) const;
    QStringList files() const;
    void writeObjects();
    void writeDocument(const QString &name, const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDeidentifyObjects::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const auto written = dicom::writePhantomStudy({.folder = object(u"ct"_s),
                                                   .patientName = u"王小明"_s,
                                                   .patientId = u"MRN100238"_s,
                                                   .birthDate = u"1981-03-04"_s,
                                                   .sex = u"M"_s,
                                                   .studyInstanceUid = u"2.25.740200100"_s,
                                                   .studyDate = u"2026-11-22"_s,
                                                   .slices = 2});
    QVERIFY(written);
    writeObjects();
}

void TestDeidentifyObjects::writeObjects()
{
    const auto image = dicom::listFolder(object(u"ct"_s), {}, {})->series[0].instances[0].location;
    const auto frame = dicom::decodeFrame(image, 0);
    QVERIFY(frame);
    workflow::MeasuredPicture picture{.location = image, .frameIndex = 0, .frame = *frame};
    picture.display = imaging::defaultDisplay(**frame);
    const auto id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto other = QUuid::createUuid().toString(QUuid::WithoutBraces);
    picture.measurements = {
        {{id, MeasurementKind::Length, {{100.25, 90}, {140.5, 120.75}}, u"target 1"_s},
         u"12.3 mm\n小明 by pixel spacing"_s},
        {{other, MeasurementKind::Text, {{30, 200}}, u"SECRET of Xiaoming"_s}, u"SECRET of Xiaoming"_s}};
    put(object(u"state.dcm"_s), *dicom::presentationStateFile(picture, author()));
    changed(object(u"state.dcm"_s), [](DcmDataset &dataset) {
        dataset.putAndInsertString(DCM_ContentLabel, "SECRET");
        dataset.putAndInsertString(DCM_ContentDescription, "of the neighbour");
        DcmItem *layer = nullptr;
        dataset.findOrCreateSequenceItem(DCM_GraphicLayerSequence, layer, -2);
        layer->putAndInsertString(DCM_GraphicLayer, "SECRETLAYER");
        layer->putAndInsertString(DCM_GraphicLayerOrder, "9");
        layer->putAndInsertString(DCM_GraphicLayerDescription, "SECRET");
    });
    put(object(u"report.dcm"_s), *dicom::measurementReportFile({picture}, author()));
    changed(object(u"report.dcm"_s), [](DcmDataset &dataset) {
        addContent(dataset, "TEXT", "DCM", "121106")
            .putAndInsertString(DCM_TextValue, "brother of the neighbour, SECRET");
        auto &findings = addContent(dataset, "CONTAINER", "DCM", "121118");
        findings.putAndInsertString(DCM_ContinuityOfContent, "SEPARATE");
        findings.putAndInsertString(DCM_TextValue, "SECRET where no text belongs");
        addContent(findings, "PNAME", "DCM", "121029").putAndInsertString(DCM_PersonName, "Wang^Xiaoming");
        addContent(findings, "DATE", "DCM", "121031").putAndInsertString(DCM_Date, "19810304");
        addNumber(findings, "99LOCAL", "BMI", "31.4159");
        addNumber(dataset, "LN", "29463-7", "87.6543");
        dataset.putAndInsertString(DCM_VerificationFlag, "VERIFIED");
        DcmItem *observer = nullptr;
        dataset.findOrCreateSequenceItem(DCM_VerifyingObserverSequence, observer, -2);
        observer->putAndInsertString(DCM_VerifyingObserverName, "Li^Ming");
        observer->putAndInsertString(DCM_VerificationDateTime, "20261122093000");
    });
    put(object(u"key.dcm"_s), *dicom::keyObjectFile({{image, 0, u"SECRET: 小明的结节"_s}}, author()));
    writeDocument(u"letter.dcm"_s, "%PDF-1.4 compressed, who knows");
}

void TestDeidentifyObjects::writeDocument(const QString &name, const QByteArray &bytes) const
{
    DcmFileFormat file;
    auto &dataset = *file.getDataset();
    dataset.putAndInsertString(DCM_SOPClassUID, UID_EncapsulatedPDFStorage);
    dataset.putAndInsertString(DCM_SOPInstanceUID, "2.25.740200777");
    dataset.putAndInsertString(DCM_StudyInstanceUID, "2.25.740200100");
    dataset.putAndInsertString(DCM_SeriesInstanceUID, "2.25.740200778");
    dataset.putAndInsertString(DCM_Modality, "DOC");
    dataset.putAndInsertString(DCM_PatientID, "MRN100238");
    dataset.putAndInsertString(DCM_PatientName, "Wang^Xiaoming");
    dataset.putAndInsertString(DCM_DocumentTitle, "SECRET letter");
    dataset.putAndInsertString(DCM_MIMETypeOfEncapsulatedDocument, "application/pdf");
    QByteArray padded = bytes + (bytes.size() % 2 == 1 ? QByteArray(1, '\0') : QByteArray());
    dataset.putAndInsertUint8Array(DCM_EncapsulatedDocument, reinterpret_cast<const Uint8 *>(padded.data()),
                                   static_cast<unsigned long>(padded.size()));
    if (file.saveFile(QFile::encodeName(object(name)).constData(), EXS_LittleEndianExplicit).bad())
        qFatal("cannot write the test's own object");
}

workflow::ImageExportOrder TestDeidentifyObjects::order() const
{
    return {.series = dicom::listFolder(object(u"ct"_s), {}, {})->series,
            .objects = *dicom::otherObjects(m_folder->filePath(u"study"_s), {}, sharedDecoders()),
            .folder = m_folder->filePath(u"out"_s),
            .isAnonymised = true,
            .subject = u"CASE-7"_s};
}

QStringList TestDeidentifyObjects::files() const
{
    QStringList paths;
    QDirIterator entries(m_folder->filePath(u"out"_s), QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext())
        paths.append(entries.next());
    return paths;
}

QString TestDeidentifyObjects::exported(dicom::ObjectKind kind) const
{
    for (const auto &path : files()) {
        const auto file = dicom::openDataset(path);
        if (file && dicom::objectKind(*file) == kind)
            return path;
    }
    return {};
}

void TestDeidentifyObjects::nothingInAWholeStudyNamesThePatient()
{
    const auto wanted = order();
    QCOMPARE(wanted.objects.size(), 4U);

    const auto result = dicom::runExport(wanted, {}, {}, sharedDecoders());

    QVERIFY(result && result->isWhole());
    QCOMPARE(result->count.done, 5);
    QCOMPARE(result->count.total, 6);
    QCOMPARE(result->leftOut, (QMap<QString, int>{{u"deidentify.document"_s, 1}}));
    QCOMPARE(result->notices.value(u"deidentify.texts-taken"_s), 3);
    QSet<QByteArray> uids;
    for (QDirIterator all(m_folder->filePath(u"study"_s), QDir::Files, QDirIterator::Subdirectories);
         all.hasNext();)
        uids += valuesIn(all.next(),
                         {DCM_SOPInstanceUID, DCM_SeriesInstanceUID, DCM_StudyInstanceUID,
                          DCM_FrameOfReferenceUID, DCM_UID, DCM_TrackingUID});
    QVERIFY(uids.size() >= 9);
    const auto written = files();
    QCOMPARE(written.size(), 6);
    for (const auto &path : written) {
        const auto bytes = contentOf(path);
        for (const auto *told : kToldByHand)
            QVERIFY2(!bytes.contains(told), qPrintable(path + u' ' + QString::fromUtf8(told)));
        for (const auto &uid : std::as_const(uids))
            QVERIFY2(uid.startsWith("1.2.840.10008.") || !bytes.contains(uid), uid.constData());
    }
}

void TestDeidentifyObjects::referencesResolveWithinTheSet()
{
    QVERIFY(dicom::runExport(order(), {}, {}, sharedDecoders()));

    QSet<QByteArray> instances;
    QSet<QByteArray> series;
    QSet<QByteArray> studies;
    const auto written = files();
    for (const auto &path : written) {
        instances.insert(valueOf(path, DCM_SOPInstanceUID).toLatin1());
        series.insert(valueOf(path, DCM_SeriesInstanceUID).toLatin1());
        if (!path.endsWith("DICOMDIR"_L1))
            studies.insert(valueOf(path, DCM_StudyInstanceUID).toLatin1());
    }
    QCOMPARE(studies.size(), 1);
    for (const auto kind :
         {dicom::ObjectKind::Report, dicom::ObjectKind::KeyObjects, dicom::ObjectKind::PresentationState}) {
        const auto path = exported(kind);
        QVERIFY(!path.isEmpty());
        const auto referenced = valuesIn(path, {DCM_ReferencedSOPInstanceUID});
        QVERIFY(!referenced.isEmpty());
        QVERIFY2(instances.contains(referenced), qPrintable(dicom::codeOf(kind)));
        QVERIFY(series.contains(valuesIn(path, {DCM_SeriesInstanceUID})));
        QVERIFY(studies.contains(valuesIn(path, {DCM_StudyInstanceUID})));
    }
    // What is the same lesion in the report and in the drawing stays the same one.
    QVERIFY(valuesIn(exported(dicom::ObjectKind::Report), {DCM_UID})
                .intersects(valuesIn(exported(dicom::ObjectKind::PresentationState), {DCM_TrackingUID})));
}

void TestDeidentifyObjects::numbersCodesAndPlacesStay()
{
    const auto before = dicom::readReport(object(u"report.dcm"_s));
    QVERIFY(dicom::runExport(order(), {}, {}, sharedDecoders()));

    const auto after = dicom::readReport(exported(dicom::ObjectKind::Report));

    QVERIFY(before && after);
    QStringList shapeBefore;
    QStringList shapeAfter;
    const auto shapeInto = [](QStringList &into) {
        return [&into](const ContentItem &item) {
            into.append(u"%1 %2 %3"_s.arg(int(item.type)).arg(item.name.value).arg(item.children.size()));
        };
    };
    visit(before->root, shapeInto(shapeBefore));
    visit(after->root, shapeInto(shapeAfter));
    QCOMPARE(shapeAfter, shapeBefore);
    auto numbers = numbersIn(object(u"report.dcm"_s));
    QVERIFY(numbers.removeIf([](const QString &one) {
        return one.contains(u"31.4159"_s) || one.contains(u"87.6543"_s);
    }) == 2);
    for (const auto &number : std::as_const(numbers))
        QVERIFY2(numbersIn(exported(dicom::ObjectKind::Report)).contains(number), qPrintable(number));
    QVERIFY(!after->isVerified);
    QCOMPARE(after->patientId, u"CASE-7"_s);
    const auto key = dicom::readReport(exported(dicom::ObjectKind::KeyObjects));
    QVERIFY(key);
    QCOMPARE(imaging::keyImagesOf(*key).size(), std::size_t{1});
}

void TestDeidentifyObjects::whatDescribesThePatientGoes()
{
    QVERIFY(dicom::runExport(order(), {}, {}, sharedDecoders()));
    const auto report = exported(dicom::ObjectKind::Report);

    QVERIFY(!contentOf(report).contains("31.4159"));
    QVERIFY(!contentOf(report).contains("87.6543"));
    QVERIFY(contentOf(report).contains("113104"));
    QVERIFY(contentOf(report).contains("113100"));
    QCOMPARE(valueOf(report, DCM_PatientIdentityRemoved), u"YES"_s);
}

void TestDeidentifyObjects::textsOnPicturesGoButForMeasuredOnes()
{
    const auto before = dicom::readPresentationState(object(u"state.dcm"_s));
    QVERIFY(dicom::runExport(order(), {}, {}, sharedDecoders()));
    const auto path = exported(dicom::ObjectKind::PresentationState);

    const auto after = dicom::readPresentationState(path);

    QVERIFY(before && after);
    std::size_t drawnBefore = 0;
    std::size_t drawnAfter = 0;
    QStringList words;
    for (const auto &one : before->annotations)
        drawnBefore += one.value.graphics.size();
    for (const auto &one : after->annotations) {
        drawnAfter += one.value.graphics.size();
        for (const auto &text : one.value.texts)
            words.append(text.text);
    }
    QVERIFY(drawnBefore > 0);
    QCOMPARE(drawnAfter, drawnBefore);
    QCOMPARE(words, QStringList{u"12.3 mm"_s});
    QVERIFY(contentOf(path).contains("113103"));
}

void TestDeidentifyObjects::otherProgramsReadWhatIsLeft()
{
    REQUIRE_OUTSIDE("dsrdump");
    REQUIRE_OUTSIDE("dcmpschk");
    QVERIFY(dicom::runExport(order(), {}, {}, sharedDecoders()));

    for (const auto kind : {dicom::ObjectKind::Report, dicom::ObjectKind::KeyObjects}) {
        const auto dump = test::runOutside(u"dsrdump"_s, {u"+U8"_s, exported(kind)});
        QVERIFY2(dump.exitCode == 0, qPrintable(dump.words));
        QVERIFY2(!dump.words.contains(u"E: "_s), qPrintable(dump.words));
    }
    changed(exported(dicom::ObjectKind::PresentationState), [](DcmDataset &dataset) {
        // dcmpschk reads no UTF-8, and there is none left.
        dataset.findAndDeleteElement(DCM_SpecificCharacterSet);
    });
    const auto checked = test::runOutside(u"dcmpschk"_s, {exported(dicom::ObjectKind::PresentationState)});
    QVERIFY2(checked.words.contains(u"Test passed"_s), qPrintable(checked.words));
}

/// "Test", the patient of many an archive, has a private coding scheme with his name in it.
void TestDeidentifyObjects::aCodeThatNamesThePatientIsStillOne()
{
    REQUIRE_OUTSIDE("dsrdump");
    const QTemporaryDir folder;
    const auto from = folder.filePath(u"in"_s);
    QVERIFY(QFile::copy(object(u"report.dcm"_s), from));
    changed(from, [](DcmDataset &dataset) {
        dataset.putAndInsertString(DCM_PatientName, "Test^Anna");
        auto &item = addContent(dataset, "CODE", "99TEST", "TEST-1");
        DcmItem *value = nullptr;
        item.findOrCreateSequenceItem(DCM_ConceptCodeSequence, value, -2);
        value->putAndInsertString(DCM_CodeValue, "121071");
        value->putAndInsertString(DCM_CodingSchemeDesignator, "DCM");
        value->putAndInsertString(DCM_CodeMeaning, "Found by the test");
    });
    const auto to = folder.filePath(u"out"_s);

    const auto object = dicom::deidentifyFile(from, to, {});

    QVERIFY(object);
    QVERIFY(!contentOf(to).toLower().contains("test"));
    const auto dump = test::runOutside(u"dsrdump"_s, {u"+U8"_s, to});
    QVERIFY2(dump.exitCode == 0, qPrintable(dump.words.right(600)));
    QVERIFY2(!dump.words.contains(u"E: "_s), qPrintable(dump.words.right(600)));
    QVERIFY2(dump.words.contains(u"121071"_s), qPrintable(dump.words.right(600)));
}

void TestDeidentifyObjects::theDirectoryNamesEveryObject()
{
    auto wanted = order();
    wanted.takesDocuments = true;
    QVERIFY(dicom::runExport(wanted, {}, {}, sharedDecoders()));

    DcmDicomDir directory(QFile::encodeName(wanted.folder + u"/DICOMDIR"_s).constData());

    QVERIFY(directory.error().good());
    auto types = typesBelow(directory.getRootRecord());
    types.removeIf([](const QString &type) { return type == "SERIES"_L1; });
    types.sort();
    QCOMPARE(types,
             (QStringList{u"ENCAP DOC"_s, u"IMAGE"_s, u"IMAGE"_s, u"KEY OBJECT DOC"_s, u"PATIENT"_s,
                          u"PRESENTATION"_s, u"SR DOCUMENT"_s, u"STUDY"_s}));
}

void TestDeidentifyObjects::documentsAreLeftOutUnlessAskedFor()
{
    auto wanted = order();
    wanted.takesDocuments = true;

    const auto result = dicom::runExport(wanted, {}, {}, sharedDecoders());

    QVERIFY(result && result->leftOut.isEmpty());
    QCOMPARE(result->notices.value(u"deidentify.document-kept"_s), 1);
    const auto path = exported(dicom::ObjectKind::Document);
    QVERIFY(contentOf(path).contains("%PDF-1.4 compressed, who knows"));
    QVERIFY(!contentOf(path).contains("SECRET") && !contentOf(path).contains("Xiaoming"));
    // Nobody has looked into it, so nothing is claimed.
    QCOMPARE(valueOf(path, DCM_PatientIdentityRemoved), u"NO"_s);
    QCOMPARE(valueOf(path, DCM_DeidentificationMethod), QString());

    writeDocument(u"letter.dcm"_s, "%PDF-1.4 Dear Wang^Xiaoming");
    wanted.folder = m_folder->filePath(u"again"_s);
    const auto again = dicom::runExport(wanted, {}, {}, sharedDecoders());
    QCOMPARE(again->leftOut, (QMap<QString, int>{{u"deidentify.document-named"_s, 1}}));
}

void TestDeidentifyObjects::whatCannotBeCleanedIsLeftOutAndTold()
{
    const auto to = m_folder->filePath(u"x.dcm"_s);
    changed(object(u"report.dcm"_s),
            [](DcmDataset &dataset) { addContent(dataset, "POEM", "DCM", "121106"); });
    const auto whole = contentOf(object(u"key.dcm"_s));
    put(object(u"key.dcm"_s), whole.chopped(20));

    const auto report = dicom::deidentifyFile(object(u"report.dcm"_s), to, {});
    const auto cut = dicom::deidentifyFile(object(u"key.dcm"_s), to, {});

    QCOMPARE(report.error().code, u"deidentify.content"_s);
    QCOMPARE(report.error().detail, u"POEM"_s);
    QCOMPARE(cut.error().kind, ErrorKind::Corrupt);
    QVERIFY(!QFile::exists(to));
    const auto result = dicom::runExport(order(), {}, {}, sharedDecoders());
    QCOMPARE(result->leftOut.value(u"deidentify.content"_s), 1);
    QCOMPARE(result->failures.size(), 1U);
    QVERIFY(!result->isWhole());
}

void TestDeidentifyObjects::whatElseLiesInTheStudyGoesAlong()
{
    const auto write = [this](const char *uid, const char *study) {
        writeDocument(QString::fromLatin1(uid), "plan");
        changed(object(QString::fromLatin1(uid)), [=](DcmDataset &dataset) {
            dataset.putAndInsertString(DCM_SOPClassUID, UID_RTPlanStorage);
            dataset.putAndInsertString(DCM_SOPInstanceUID, uid);
            dataset.putAndInsertString(DCM_StudyInstanceUID, study);
        });
    };
    write("2.25.740200801", "2.25.740200100");
    write("2.25.740200802", "2.25.999");
    auto wanted = order();
    std::erase_if(wanted.objects,
                  [](const auto &object) { return object.studyInstanceUid != u"2.25.740200100"_s; });
    wanted.objects.resize(1); // known already; it goes once
    wanted.places = {m_folder->filePath(u"study"_s)};

    const auto cleaned = dicom::runExport(wanted, {}, {}, sharedDecoders());
    wanted.isAnonymised = false;
    wanted.folder = m_folder->filePath(u"copies"_s);
    const auto copied = dicom::runExport(wanted, {}, {}, sharedDecoders());

    QVERIFY(cleaned && copied);
    QCOMPARE(cleaned->count.total, 7);
    QCOMPARE(cleaned->leftOut,
             (QMap<QString, int>{{u"deidentify.document"_s, 1}, {u"deidentify.kind"_s, 1}}));
    QCOMPARE(copied->count.done, 7);
    QVERIFY(copied->leftOut.isEmpty());
}

void TestDeidentifyObjects::notesBesideAWaveformGo()
{
    REQUIRE_SHARED_DICOM(shared);
    const auto from = m_folder->filePath(u"ecg.dcm"_s);
    QVERIFY(QFile::copy(shared + u"/pydicom/test_files/waveform_ecg.dcm"_s, from));
    QVERIFY(QFile::setPermissions(from, QFile::ReadOwner | QFile::WriteOwner));
    changed(from, [](DcmDataset &dataset) {
        DcmItem *note = nullptr;
        dataset.findOrCreateSequenceItem(DCM_WaveformAnnotationSequence, note, -2);
        note->putAndInsertString(DCM_UnformattedTextValue, "SECRET of the neighbour");
    });
    const auto before = dicom::readWaveform(from);
    const auto to = m_folder->filePath(u"ecg.out"_s);

    const auto object = dicom::deidentifyFile(from, to, {});

    QVERIFY2(object, object ? "" : qPrintable(object.error().code));
    QVERIFY(!contentOf(to).contains("SECRET"));
    const auto after = dicom::readWaveform(to);
    QVERIFY(before && after);
    QCOMPARE(after->groups.size(), before->groups.size());
    QCOMPARE(after->groups, before->groups);
}

/// Reports, states and waveforms of other programs: what their attributes and names say is nowhere in the copies.
void TestDeidentifyObjects::realObjectsNameNobody()
{
    REQUIRE_SHARED_DICOM(shared);
    const auto objects = dicom::otherObjects(shared, {}, sharedDecoders());
    QVERIFY(objects);
    int cleaned = 0;
    qsizetype sought = 0;
    QStringList found;
    for (const auto &object : *objects) {
        const auto to = m_folder->filePath(u"real-%1.dcm"_s.arg(cleaned));
        if (!dicom::deidentifyFile(object.location, to, {}))
            continue;
        ++cleaned;
        auto telling =
            valuesIn(object.location,
                     {DCM_PatientName, DCM_PatientID, DCM_PatientBirthDate, DCM_StudyDate, DCM_ContentDate,
                      DCM_AccessionNumber, DCM_InstitutionName, DCM_PersonName, DCM_TextValue,
                      DCM_VerifyingObserverName, DCM_ReferringPhysicianName, DCM_StudyInstanceUID,
                      DCM_SOPInstanceUID, DCM_ReferencedSOPInstanceUID, DCM_FrameOfReferenceUID, DCM_UID});
        const auto bytes = contentOf(to);
        for (const auto &value : std::as_const(telling)) {
            if (value.size() < 5 || value == "19000101" || value.startsWith("1.2.840.10008."))
                continue;
            ++sought;
            if (bytes.contains(value))
                found.append(QFileInfo(object.location).fileName() + u": "_s + QString::fromUtf8(value));
        }
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    QVERIFY2(cleaned >= 6, qPrintable(QString::number(cleaned)));
    QVERIFY2(sought >= 60, qPrintable(QString::number(sought)));
}

void TestDeidentifyObjects::datesOfObjectsMoveWithThoseOfImages()
{
    auto wanted = order();
    wanted.keepsIntervals = true;
    QVERIFY(dicom::runExport(wanted, {}, {}, sharedDecoders()));

    const auto image = valueOf(exported(dicom::ObjectKind::Image), DCM_StudyDate);

    QVERIFY(!image.isEmpty() && image != u"20261122"_s);
    QCOMPARE(valueOf(exported(dicom::ObjectKind::Report), DCM_ContentDate), image);
    QCOMPARE(valueOf(exported(dicom::ObjectKind::PresentationState), DCM_PresentationCreationDate), image);
    // A birth date has not happened at the examination: nobody shall count back from it.
    const auto report = dicom::openDataset(exported(dicom::ObjectKind::Report));
    QVERIFY(report);
    OFString day;
    QVERIFY(report->dataset().findAndGetOFString(DCM_Date, day, 0, OFTrue).bad() || day.empty()
            || day == "19000101");
}

QTEST_GUILESS_MAIN(TestDeidentifyObjects)
#include "test_deidentify_objects.moc"
