#include "imaging/measure/values.h"
#include "imaging/report/report_lines.h"
#include "imaging/spacing_ground.h"
#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/objects/key_objects.h"
#include "integration/dicom/objects/measurement_report.h"
#include "integration/dicom/objects/presentation_state.h"
#include "integration/dicom/objects/presentation_state_writer.h"
#include "integration/dicom/objects/report.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "integration/dicom/uid.h"
#include "unit/dicom/outside_program.h"

#include <QTemporaryDir>
#include <QUuid>
#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <cmath>

using namespace simiao;
using namespace Qt::StringLiterals;
using imaging::Measurement;
using imaging::MeasurementKind;

namespace {

QString idOf(int number)
{
    return QUuid::createUuidV5(QUuid(), QByteArray::number(number)).toString(QUuid::WithoutBraces);
}

/// One of each kind, within the thorax of the phantom.
std::vector<Measurement> oneOfEach()
{
    using enum MeasurementKind;
    return {{idOf(1), Length, {{100.25, 90}, {140.5, 120.75}}, {}},
            {idOf(2), Angle, {{80, 90}, {100, 120}, {130, 90}}, u"右肺"_s},
            {idOf(3), Cobb, {{60, 60}, {120, 66}, {60, 160}, {120, 150}}, {}},
            {idOf(4), Bidirectional, {{90, 90}, {150, 90}, {120, 80}, {120, 105}}, u"target 1"_s},
            {idOf(5), Ellipse, {{100, 100}, {120, 140}}, {}},
            {idOf(6), Rectangle, {{50.5, 60.5}, {70.5, 66}}, u"ROI"_s},
            {idOf(7), Polygon, {{150, 150}, {170, 150}, {170, 170}, {150, 170}}, {}},
            {idOf(8), Probe, {{128, 128}}, {}},
            {idOf(9), Arrow, {{20, 20}, {40, 40}}, u"结节"_s},
            {idOf(10), Text, {{30, 200}}, u"第二行\nwith two lines"_s}};
}

workflow::Authorship author()
{
    return {.author = u"李明"_s,
            .written = QDateTime(QDate(2026, 11, 22), QTime(9, 30)),
            .root = u"test"_s,
            .language = u"zh-CN"_s};
}

/// Coordinates of objects have single precision.
void compareMeasurements(const std::vector<Measurement> &read, const std::vector<Measurement> &written)
{
    QCOMPARE(read.size(), written.size());
    for (std::size_t i = 0; i < written.size(); ++i) {
        QCOMPARE(read[i].id, written[i].id);
        QCOMPARE(imaging::kindCode(read[i].kind), imaging::kindCode(written[i].kind));
        QCOMPARE(read[i].label, written[i].label);
        QCOMPARE(read[i].points.size(), written[i].points.size());
        for (std::size_t point = 0; point < written[i].points.size(); ++point) {
            QVERIFY(std::abs(read[i].points[point].column - written[i].points[point].column) < 1e-4);
            QVERIFY(std::abs(read[i].points[point].row - written[i].points[point].row) < 1e-4);
        }
    }
}

/// What another program finds wrong, but for what it says it cannot check itself.
QStringList complaintsIn(const QString &words)
{
    QStringList complaints;
    for (const auto &line : words.split(u'\n')) {
        const bool isComplaint = line.startsWith(u"W: "_s) || line.startsWith(u"E: "_s);
        const bool isOfItself = line.contains(u"does not support this Specific Character Set: ISO_IR 192"_s)
            || line.contains(u"Check for template constraints not yet supported"_s);
        if (isComplaint && !isOfItself)
            complaints.append(line);
    }
    return complaints;
}

} // namespace

/// What is written can be read by other programs, and by us with nothing lost.
class TestWrittenObjects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aStateGivesBackItsMeasurements();
    void aStateGivesBackWhereWordsStand_data();
    void aStateGivesBackWhereWordsStand();
    void wordsBesideThePictureAreMovedIntoIt();
    void aStateGivesBackThePicture_data();
    void aStateGivesBackThePicture();
    void aStateGivesBackShutterAndOverlays();
    void anotherProgramAcceptsTheState();
    void anotherProgramShowsTheStateAsWeDo();
    void aReportGivesBackItsMeasurements();
    void anotherProgramReadsTheReport();
    void eachValueHasItsUnitAndGround();
    void aReportSaysWhoseALengthIs();
    void aValueSaysOfWhatItIs_data();
    void aValueSaysOfWhatItIs();
    void whatCannotBeMeasuredSaysSo();
    void keyImagesComeBack();
    void anotherProgramReadsTheKeyObjects();
    void uidsAreUuids();
    void refusesPicturesOfTwoStudies();

private:
    workflow::MeasuredPicture picture(const std::vector<Measurement> &measurements) const;
    std::shared_ptr<const imaging::Frame> shadedFrame() const;
    QString save(const QString &name, const Result<QByteArray> &file);

    QTemporaryDir m_folder;
    QString m_image;
    QString m_otherImage;
    std::shared_ptr<const imaging::Frame> m_frame;
};

void TestWrittenObjects::initTestCase()
{
    const auto write = [this](const QString &name, const QString &study, const QString &patient) {
        const auto folder = dicom::writePhantomStudy({.folder = m_folder.filePath(name),
                                                      .patientName = patient,
                                                      .patientId = u"P-1"_s,
                                                      .birthDate = u"1981-03-14"_s,
                                                      .sex = u"M"_s,
                                                      .studyInstanceUid = study,
                                                      .studyDate = u"2026-11-20"_s,
                                                      .slices = 1});
        return folder ? *folder + u"/IM0001.dcm"_s : QString();
    };
    m_image = write(u"one"_s, u"2.25.1"_s, u"王小明"_s);
    m_otherImage = write(u"other"_s, u"2.25.2"_s, u"Case^Synthetic"_s);
    DcmFileFormat file;
    const auto path = m_otherImage.toUtf8();
    QVERIFY(file.loadFile(path.constData()).good());
    file.getDataset()->putAndInsertString(DCM_StudyDescription, "Chest");
    QVERIFY(file.saveFile(path.constData(), EXS_LittleEndianExplicit).good());
    const auto frame = dicom::decodeFrame(m_image, 0);
    QVERIFY(frame);
    m_frame = *frame;
}

workflow::MeasuredPicture TestWrittenObjects::picture(const std::vector<Measurement> &measurements) const
{
    workflow::MeasuredPicture picture{.location = m_image, .frameIndex = 0, .frame = m_frame};
    picture.display = imaging::defaultDisplay(*m_frame);
    for (const auto &measurement : measurements)
        picture.measurements.push_back({measurement, u"12.3 mm\n按像素间距"_s});
    return picture;
}

QString TestWrittenObjects::save(const QString &name, const Result<QByteArray> &file)
{
    if (!file)
        return {};
    const auto path = m_folder.filePath(name);
    QFile device(path);
    return device.open(QIODevice::WriteOnly) && device.write(*file) == file->size() ? path : QString();
}

void TestWrittenObjects::aStateGivesBackItsMeasurements()
{
    auto written = oneOfEach();

    const auto file = dicom::presentationStateFile(picture(written), author());
    QVERIFY(file);
    const auto state = dicom::parsePresentationState(*file);

    QVERIFY(state);
    QVERIFY(state->defects.empty());
    QCOMPARE(state->creator, u"李明"_s);
    QCOMPARE(state->patientName, u"王小明"_s);
    QCOMPARE(state->annotations[0].value.texts[0].text, u"12.3 mm\n按像素间距"_s);
    compareMeasurements(dicom::measurementsIn(*state), written);
}

void TestWrittenObjects::aStateGivesBackWhereWordsStand_data()
{
    QTest::addColumn<int>("rotation");
    QTest::addColumn<bool>("isFlipped");
    for (const int rotation : {0, 90, 180, 270}) {
        QTest::addRow("%d", rotation) << rotation << false;
        QTest::addRow("%d mirrored", rotation) << rotation << true;
    }
}

/// On the screen the box runs from its upper left to its lower right corner, however the picture is turned (PS3.3 C.10.5.1.1).
void TestWrittenObjects::aStateGivesBackWhereWordsStand()
{
    QFETCH(int, rotation);
    QFETCH(bool, isFlipped);
    auto written = oneOfEach();
    for (auto &measurement : written)
        measurement.labelAt = imaging::ImagePoint{120.25, 97.5};
    auto shown = picture(written);
    shown.turn = {rotation / 90, isFlipped};

    const auto file = dicom::presentationStateFile(shown, author());
    QVERIFY(file);
    const auto state = dicom::parsePresentationState(*file);
    QVERIFY(state);

    const auto read = dicom::measurementsIn(*state);
    QCOMPARE(read.size(), written.size());
    const auto screen =
        imaging::turnedMap(shown.turn, m_frame->geometry().columns(), m_frame->geometry().rows());
    for (std::size_t i = 0; i < read.size(); ++i) {
        QVERIFY(read[i].labelAt);
        QVERIFY(std::abs(read[i].labelAt->column - 120.25) < 1e-4);
        QVERIFY(std::abs(read[i].labelAt->row - 97.5) < 1e-4);
        const auto &text = state->annotations[i].value.texts.front();
        const auto corner = screen.map(text.box->topLeft);
        const auto opposite = screen.map(text.box->bottomRight);
        QVERIFY(corner.column < opposite.column && corner.row < opposite.row);
        QVERIFY(text.anchor && text.anchor->isVisible);
        QVERIFY(text.box->justification == imaging::TextJustification::Centre);
    }
}

/// In pixels a box may not leave the picture.
void TestWrittenObjects::wordsBesideThePictureAreMovedIntoIt()
{
    auto measurement = oneOfEach().front();
    measurement.labelAt = imaging::ImagePoint{-80, 4000};

    const auto file = dicom::presentationStateFile(picture({measurement}), author());
    QVERIFY(file);
    const auto state = dicom::parsePresentationState(*file);
    QVERIFY(state);
    const auto &box = *state->annotations.front().value.texts.front().box;

    const double bottom = m_frame->geometry().rows() - 0.5;
    QVERIFY(std::abs(box.topLeft.column + 0.5) < 1e-4);
    QVERIFY(std::abs(box.bottomRight.row - bottom) < 1e-4);
    QVERIFY(box.bottomRight.column > box.topLeft.column && box.bottomRight.row > box.topLeft.row);
}

void TestWrittenObjects::aStateGivesBackThePicture_data()
{
    QTest::addColumn<int>("rotation");
    QTest::addColumn<bool>("isFlipped");
    QTest::addColumn<bool>("isInverted");
    QTest::newRow("as it is") << 0 << false << false;
    QTest::newRow("turned, mirrored, inverted") << 90 << true << true;
    QTest::newRow("upside down") << 180 << false << false;
    QTest::newRow("turned back") << 270 << false << true;
}

void TestWrittenObjects::aStateGivesBackThePicture()
{
    QFETCH(int, rotation);
    QFETCH(bool, isFlipped);
    QFETCH(bool, isInverted);
    auto shown = picture({});
    shown.display.window = {.center = -512.5, .width = 1234.25};
    shown.display.isInverted = isInverted;
    shown.turn = {rotation / 90, isFlipped};

    const auto file = dicom::presentationStateFile(shown, author());
    QVERIFY(file);
    const auto state = dicom::parsePresentationState(*file);
    QVERIFY(state);
    const auto &reference = state->images.front();
    const auto presented =
        imaging::presentationOf(*state, {reference.seriesInstanceUid, reference.sopInstanceUid, 0}, *m_frame);

    QVERIFY(presented);
    QCOMPARE(presented->turn, shown.turn);
    QCOMPARE(imaging::render(*m_frame, *presented), imaging::render(*m_frame, shown.display));
    const auto area = presented->area.value_or(imaging::DisplayedArea{});
    QCOMPARE(area.right - area.left + 1, m_frame->geometry().columns());
    QCOMPARE(area.bottom - area.top + 1, m_frame->geometry().rows());
    QVERIFY(area.isMillimetres);
}

/// With a shutter of every shape, and an overlay that reaches beyond the picture.
std::shared_ptr<const imaging::Frame> TestWrittenObjects::shadedFrame() const
{
    auto facts = m_frame->facts();
    facts.shutter = imaging::Shutter{.rectangle = imaging::Shutter::Rectangle{3, 5, 200, 180},
                                     .circle = imaging::Shutter::Circle{{100, 90}, 80},
                                     .polygon = {{10, 20}, {150, 30}, {60, 170}}};
    imaging::OverlayPlane plane{.rows = 7,
                                .columns = 9,
                                .originRow = 40,
                                .originColumn = -2,
                                .isOn = std::vector<bool>(63),
                                .group = 0x6002};
    plane.isOn[0] = plane.isOn[16] = plane.isOn[62] = true;
    facts.overlays = {plane};
    return *imaging::Frame::create(facts, {m_frame, m_frame->bytes()});
}

/// A state stands in place of what the image says: what is dark behind a shutter stays dark, and an overlay that was seen is seen.
void TestWrittenObjects::aStateGivesBackShutterAndOverlays()
{
    auto shown = picture(oneOfEach());
    shown.frame = shadedFrame();
    const auto &facts = shown.frame->facts();

    const auto file = dicom::presentationStateFile(shown, author());
    QVERIFY(file);
    const auto state = dicom::parsePresentationState(*file);
    QVERIFY(state && state->defects.empty());
    const auto &reference = state->images.front();
    const auto presented =
        imaging::presentationOf(*state, {reference.seriesInstanceUid, reference.sopInstanceUid, 0}, *m_frame);

    QVERIFY(presented);
    QCOMPARE(presented->shutter.shapes, *facts.shutter);
    QCOMPARE(presented->overlays, facts.overlays);
    QCOMPARE(dicom::measurementsIn(*state).size(), oneOfEach().size());
}

/// dcmpschk reads no UTF-8, so this one is about a patient and by an author in ASCII.
void TestWrittenObjects::anotherProgramAcceptsTheState()
{
    REQUIRE_OUTSIDE("dcmpschk");
    auto shown = picture(oneOfEach());
    shown.location = m_otherImage;
    shown.frame = shadedFrame();
    for (auto &worded : shown.measurements) {
        worded.words = u"12.3 mm\nby pixel spacing"_s;
        worded.measurement.label = u"label"_s;
        worded.measurement.labelAt = imaging::ImagePoint{128, 200};
    }
    auto by = author();
    by.author = u"Li^Ming"_s;
    const auto path = save(u"state.dcm"_s, dicom::presentationStateFile(shown, by));
    QVERIFY(!path.isEmpty());

    const auto answer = test::runOutside(u"dcmpschk"_s, {path});

    QVERIFY2(answer.words.contains(u"Test passed"_s), qPrintable(answer.words));
}

void TestWrittenObjects::anotherProgramShowsTheStateAsWeDo()
{
    REQUIRE_OUTSIDE("dcmp2pgm");
    auto shown = picture(oneOfEach());
    shown.turn = {1, false};
    const auto path = save(u"state.dcm"_s, dicom::presentationStateFile(shown, author()));
    QVERIFY(!path.isEmpty());
    const auto map = m_folder.filePath(u"map.pgm"_s);

    const auto answer = test::runOutside(u"dcmp2pgm"_s, {u"-v"_s, u"-p"_s, path, m_image, map});

    QCOMPARE(answer.exitCode, 0);
    QVERIFY(answer.words.contains(u"Rotation: 90 degrees"_s));
    QVERIFY(answer.words.contains(u"Flip: no"_s));
    QVERIFY(answer.words.contains(u"[LENGTH]"_s));
    QVERIFY(answer.words.contains(u"coordinates: 100.75\\90.5, 141\\121.25"_s));
    QFile file(map);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto theirs = file.readAll().right(m_frame->geometry().pixelCount());
    const auto ours = imaging::turned(imaging::render(*m_frame, shown.display), m_frame->geometry().columns(),
                                      m_frame->geometry().rows(), shown.turn);
    for (std::size_t i = 0; i < ours.size(); ++i)
        QVERIFY(std::abs(ours[i] - static_cast<uchar>(theirs[static_cast<qsizetype>(i)])) <= 1);
}

void TestWrittenObjects::aReportGivesBackItsMeasurements()
{
    auto written = oneOfEach();

    const auto file = dicom::measurementReportFile({picture(written)}, author());
    QVERIFY(file);
    const auto report = dicom::parseReport(*file);
    QVERIFY(report);
    const auto reported = dicom::measurementsIn(*report);

    std::vector<Measurement> read;
    for (const auto &one : reported) {
        read.push_back(one.measurement);
        QCOMPARE(one.image.sopInstanceUid, report->evidence.front().sopInstanceUid);
    }
    compareMeasurements(read, written);
}

void TestWrittenObjects::anotherProgramReadsTheReport()
{
    REQUIRE_OUTSIDE("dsrdump");
    const auto path = save(u"sr.dcm"_s, dicom::measurementReportFile({picture(oneOfEach())}, author()));
    QVERIFY(!path.isEmpty());

    const auto dump = test::runOutside(u"dsrdump"_s, {u"+U8"_s, path});

    QVERIFY2(dump.exitCode == 0, qPrintable(dump.words));
    const auto complaints = complaintsIn(dump.words);
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    const auto length =
        imaging::lengthBetween(imaging::scaleOf(m_frame->facts()), {100.25, 90}, {140.5, 120.75});
    const auto value = QString::number(*length.value, 'f', length.decimals);
    QVERIFY(
        dump.words.contains(u"<contains NUM:(,,\"Length\")=\"%1\" (mm,UCUM,\"millimeter\")>"_s.arg(value)));
    QVERIFY(dump.words.contains(
        u"CODE:(,,\"Measurement Method\")=(PIXEL_SPACING,99SIMIAO,\"By pixel spacing in the patient\")"_s));
    QVERIFY(dump.words.contains(u"<contains NUM:(,,\"Attenuation Coefficient\")="_s));
    QVERIFY(dump.words.contains(u"<has concept mod CODE:(,,\"Derivation\")=(373098007,SCT,\"Mean\")>"_s));
    QVERIFY(dump.words.contains(u"([hnsf'U],UCUM,\"Hounsfield unit\")"_s));
    QVERIFY(dump.words.contains(u"TEXT:(,,\"Tracking Identifier\")=\"target 1\""_s));
    QVERIFY(dump.words.contains(u"<inferred from SCOORD:"_s));
    QVERIFY(dump.words.contains(u"王^小明"_s));
}

void TestWrittenObjects::eachValueHasItsUnitAndGround()
{
    const auto file = dicom::measurementReportFile({picture(oneOfEach())}, author());
    QVERIFY(file);
    const auto report = dicom::parseReport(*file);
    QVERIFY(report);
    int numbers = 0;
    int lengths = 0;
    const auto visit = [&](const auto &self, const imaging::ContentItem &item) -> void {
        if (item.type == imaging::ContentType::Number) {
            ++numbers;
            QCOMPARE(item.code.scheme, u"UCUM"_s);
            QVERIFY(!item.text.isEmpty());
            const bool isMetric = item.code.value.startsWith(u"mm"_s);
            lengths += isMetric ? 1 : 0;
            QCOMPARE(!item.children.empty() && item.children.front().code.scheme == u"99SIMIAO"_s, isMetric);
        }
        for (const auto &child : item.children)
            self(self, child);
    };
    visit(visit, report->root);

    // Length, angle, Cobb, two diameters, five values of each of three regions, value at a point.
    QCOMPARE(numbers, 21);
    QCOMPARE(lengths, 6);
}

/// Whether it is calibrated and how, or that nobody knows whether it is in the patient.
void TestWrittenObjects::aReportSaysWhoseALengthIs()
{
    using imaging::SpacingBasis;
    const auto reported = [this](SpacingBasis basis, const QString &calibration) {
        auto facts = m_frame->facts();
        facts.spacing.basis = basis;
        facts.spacing.calibration = calibration;
        const auto bytes = m_frame->bytes();
        auto shown = picture({oneOfEach().front()});
        shown.frame = imaging::Frame::create(facts, {bytes.begin(), bytes.end()}).value();
        const auto file = dicom::measurementReportFile({shown}, author());
        const auto report = file ? dicom::parseReport(*file) : Result<imaging::Report>(file.error());
        return report ? imaging::plainText(imaging::reportLines(*report)) : logLine(report.error());
    };
    const auto unknown = reported(SpacingBasis::PlaneUnknown, {});
    const auto geometry = reported(SpacingBasis::Calibrated, imaging::kByGeometry);
    const auto fiducial = reported(SpacingBasis::Calibrated, imaging::kByFiducial);
    const auto calibrated = reported(SpacingBasis::Calibrated, {});

    QVERIFY2(unknown.contains(u"By pixel spacing, unknown whether at detector"_s), qPrintable(unknown));
    QVERIFY2(geometry.contains(u"By calibrated pixel spacing (geometry)"_s), qPrintable(geometry));
    QVERIFY2(fiducial.contains(u"By calibrated pixel spacing (fiducial)"_s), qPrintable(fiducial));
    QVERIFY2(calibrated.contains(u"By calibrated pixel spacing"_s), qPrintable(calibrated));
    QVERIFY2(!calibrated.contains(u"spacing ("_s), qPrintable(calibrated));
}

void TestWrittenObjects::aValueSaysOfWhatItIs_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("quantity");
    QTest::addColumn<QString>("ucum");
    QTest::newRow("CT") << u"HU"_s << u"112031"_s << u"[hnsf'U]"_s;
    QTest::newRow("PET") << u"Bq/ml"_s << u"110821"_s << u"Bq/ml"_s;
    QTest::newRow("no unit") << QString() << u"PIXEL_VALUE"_s << u"1"_s;
    QTest::newRow("a word that is no unit") << u"relative"_s << u"PIXEL_VALUE"_s << u"{relative}"_s;
}

/// The quantity is the name of the number, what was made of it its modifier (TID 1419 of PS3.16).
void TestWrittenObjects::aValueSaysOfWhatItIs()
{
    QFETCH(QString, unit);
    QFETCH(QString, quantity);
    QFETCH(QString, ucum);
    auto facts = m_frame->facts();
    facts.modality.unit = unit;
    const auto bytes = m_frame->bytes();
    const auto frame = imaging::Frame::create(facts, {bytes.begin(), bytes.end()});
    QVERIFY(frame);
    auto shown = picture({oneOfEach()[4], oneOfEach()[7]});
    shown.frame = *frame;

    const auto file = dicom::measurementReportFile({shown}, author());
    QVERIFY(file);
    const auto report = dicom::parseReport(*file);
    QVERIFY(report);

    QStringList derivations;
    const auto visit = [&](const auto &self, const imaging::ContentItem &item) -> void {
        if (item.type == imaging::ContentType::Number && item.name.value != u"42798000"_s) {
            QCOMPARE(item.name.value, quantity);
            QCOMPARE(item.code.value, ucum);
            const auto *derivation = imaging::childOf(item, {u"121401"_s, u"DCM"_s, {}});
            derivations.append(derivation != nullptr ? derivation->code.value : QString());
        }
        for (const auto &child : item.children)
            self(self, child);
    };
    visit(visit, report->root);
    // Mean, standard deviation, minimum and maximum of the ellipse; what is under a point is the quantity itself.
    QCOMPARE(derivations, (QStringList{u"373098007"_s, u"386136009"_s, u"255605001"_s, u"56851009"_s, {}}));
}

/// Without a spacing a length is in pixels and says so.
void TestWrittenObjects::whatCannotBeMeasuredSaysSo()
{
    auto facts = m_frame->facts();
    facts.spacing = {};
    const auto bytes = m_frame->bytes();
    const auto bare = imaging::Frame::create(facts, {bytes.begin(), bytes.end()});
    QVERIFY(bare);
    auto shown = picture({oneOfEach().front()});
    shown.frame = *bare;

    const auto file = dicom::measurementReportFile({shown}, author());
    QVERIFY(file);
    const auto report = dicom::parseReport(*file);
    QVERIFY(report);
    const auto text = imaging::plainText(imaging::reportLines(*report));

    QVERIFY2(text.contains(u"Length: 51 pixels"_s) || text.contains(u"Length: 50.7 pixels"_s),
             qPrintable(text));
    QVERIFY(text.contains(u"Pixels, no spacing known"_s));
    QVERIFY(!text.contains(u" mm"_s));
}

void TestWrittenObjects::keyImagesComeBack()
{
    const auto file = dicom::keyObjectFile({{m_image, 0, u"右上肺结节"_s}}, author());
    QVERIFY(file);

    const auto report = dicom::parseReport(*file);

    QVERIFY(report);
    const auto images = imaging::keyImagesOf(*report);
    QCOMPARE(images.size(), std::size_t{1});
    QVERIFY(!images.front().seriesInstanceUid.isEmpty());
    QVERIFY(imaging::plainText(imaging::reportLines(*report)).contains(u"右上肺结节"_s));
    QCOMPARE(report->studyInstanceUid, u"2.25.1"_s);
}

void TestWrittenObjects::anotherProgramReadsTheKeyObjects()
{
    REQUIRE_OUTSIDE("dsrdump");
    const auto path = save(u"ko.dcm"_s, dicom::keyObjectFile({{m_image, 0, u"nodule"_s}}, author()));
    QVERIFY(!path.isEmpty());

    const auto dump = test::runOutside(u"dsrdump"_s, {u"+U8"_s, path});

    QVERIFY2(dump.exitCode == 0, qPrintable(dump.words));
    QVERIFY(dump.words.contains(u"Key Object Selection Document"_s));
    const auto complaints = complaintsIn(dump.words);
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    QVERIFY(dump.words.contains(u"<contains IMAGE:=(CT image,)>"_s));
    QVERIFY(dump.words.contains(u"TEXT:(,,\"Key Object Description\")=\"nodule\""_s));
}

void TestWrittenObjects::uidsAreUuids()
{
    const auto uuid = u"f81d4fae-7dec-11d0-a765-00a0c91e6bf6"_s;

    // The example of PS3.5 B.2.
    QCOMPARE(dicom::uidOfUuid(uuid), u"2.25.329800735698586629295641978511506172918"_s);
    QCOMPARE(dicom::uuidOfUid(u"2.25.329800735698586629295641978511506172918"_s), uuid);
    QCOMPARE(dicom::uuidOfUid(u"2.25.340282366920938463463374607431768211456"_s), QString());
    QCOMPARE(dicom::uuidOfUid(u"1.2.3"_s), QString());
    QCOMPARE(dicom::uidOfUuid(u"x"_s), QString());
}

void TestWrittenObjects::refusesPicturesOfTwoStudies()
{
    const auto file = dicom::keyObjectFile({{m_image, 0, {}}, {m_otherImage, 0, {}}}, author());
    QVERIFY(!file);
    QCOMPARE(file.error().code, u"imaging.several-studies"_s);
    const auto none = dicom::measurementReportFile({}, author());
    QVERIFY(!none);
    QCOMPARE(none.error().code, u"imaging.nothing-measured"_s);
}

QTEST_GUILESS_MAIN(TestWrittenObjects)
#include "test_written_objects.moc"
