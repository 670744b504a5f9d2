#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/inspection.h"
#include "integration/dicom/objects/object_listing.h"
#include "integration/dicom/worker/decoder_pool.h"
#include "integration/dicom/worker/frame_message.h"
#include "unit/dicom/shared_files.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <tuple>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

/// Where the decoders of the manifest differ or none of them can, an image with the same pixels that they can decode.
const QMap<QString, QString> kTwins{
    {u"pydicom-data/liver_deflate.dcm"_s, u"pydicom/test_files/liver_1frame.dcm"_s},
    {u"pydicom-data/liver_rle.dcm"_s, u"pydicom/test_files/liver_1frame.dcm"_s},
    {u"pydicom-data/liver_j2k.dcm"_s, u"pydicom/test_files/liver_1frame.dcm"_s},
    // Three codecs of one picture agree with each other; no other holds it.
    {u"pydicom-data/liver_nonbyte_aligned_deflate.dcm"_s, u"pydicom-data/liver_nonbyte_aligned_rle.dcm"_s},
    {u"pydicom-data/liver_nonbyte_aligned_j2k.dcm"_s, u"pydicom-data/liver_nonbyte_aligned_rle.dcm"_s},
    {u"pydicom-data/emri_small_jpeg_2k_lossless_too_short.dcm"_s,
     u"pydicom-data/emri_small_jpeg_2k_lossless.dcm"_s},
    {u"pydicom/test_files/rtdose_expb.dcm"_s, u"pydicom/test_files/rtdose.dcm"_s},
    {u"pydicom/test_files/rtdose_expb_1frame.dcm"_s, u"pydicom/test_files/rtdose.dcm"_s},
};

/// What must be refused although a decoder gave something: the codestream's own size was overwritten, and what came of it
/// was memory that nobody had written.
const QMap<QString, QString> kDamaged{
    {u"pydicom/test_files/JPEG2000-embedded-sequence-delimiter.dcm"_s, u"imaging.pixels-damaged"_s},
};

/// Pixels that OpenJPH 0.9 gives, which is a decoder of its own.
const QMap<QString, QByteArray> kSecondOpinions{
    {u"pydicom-data/HTJ2KLossless_08_RGB.dcm"_s,
     "9d87240604f5d7522c6a8056ace6cefc2c8d6d0b07bd6e7303d5e5b21af9a49e"_ba},
};

/// What the program shows although no decoder gives a picture of it.
const QStringList kShownWithoutPixels{u"report"_s, u"keyObjects"_s, u"presentationState"_s, u"waveform"_s,
                                      u"document"_s};

/// Lossy decoders may differ by so much in a sample.
constexpr double kTolerance = 2;
constexpr double kSeconds = 2;

QString decoderProgram()
{
    return qEnvironmentVariable("SIMIAO_BUILD") + u"/bin/simiao-decoder"_s;
}

bool isClose(double actual, double expected)
{
    return std::abs(actual - expected) <= 1e-5 * std::max(1.0, std::abs(expected));
}

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

QString withoutPadding(QString name)
{
    while (name.endsWith(u' ') || name.endsWith(u'^') || name.endsWith(u'='))
        name.chop(1);
    return name;
}

/// Compared by value: each figure of the manifest against ours.
bool areStatisticsWithin(const dicom::Inspection &file, const QJsonValue &expected, double slack)
{
    const auto &own = file.statistics;
    const auto isWithin = [slack](double actual, double wanted) {
        return isClose(actual, wanted) || std::abs(actual - wanted) <= slack;
    };
    return own && isWithin(own->lowest, expected["mod_min"_L1].toDouble())
        && isWithin(own->highest, expected["mod_max"_L1].toDouble())
        && isWithin(own->mean, expected["mod_mean"_L1].toDouble());
}

QString described(const Result<dicom::Inspection> &file)
{
    if (!file)
        return logLine(file.error());
    if (file->refusal)
        return logLine(*file->refusal);
    const auto figures = file->statistics ? u"%1 … %2, mean %3"_s.arg(file->statistics->lowest)
                                                .arg(file->statistics->highest)
                                                .arg(file->statistics->mean)
                                          : u"no figures"_s;
    return u"%1, %2"_s.arg(QString::fromLatin1(file->frame0Sha256), figures);
}

} // namespace

/// Every file of the shared manifest, which three independent decoders made.
class TestManifest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesTheFirstFrame_data();
    void decodesTheFirstFrame();
    void aWholePictureIsNotCalledDamaged_data();
    void aWholePictureIsNotCalledDamaged();
    void aRefusalNamesWhatIsAbsent();
    void aKindThatIsNotShownIsNamed_data();
    void aKindThatIsNotShownIsNamed();
    void decodesTheLastFrame_data();
    void decodesTheLastFrame();
    void theDecoderGivesTheSame_data();
    void theDecoderGivesTheSame();
    void readsTheName_data();
    void readsTheName();
    void cleanupTestCase();

private:
    void addRows();
    QByteArray hashOf(const QString &name) const;

    QString m_folder;
    QMap<QString, int> m_outcomes;
};

void TestManifest::addRows()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonObject>("entry");
    REQUIRE_SHARED_DICOM(folder);

    m_folder = folder;
    const auto manifest = test::readJson(folder + u"/manifest.json"_s);
    for (auto it = manifest.begin(); it != manifest.end(); ++it)
        QTest::newRow(qPrintable(it.key())) << it.key() << it->toObject();
}

QByteArray TestManifest::hashOf(const QString &name) const
{
    const auto file = dicom::inspectFile(m_folder + u'/' + name);
    return file ? file->frame0Sha256 : QByteArray();
}

void TestManifest::decodesTheFirstFrame_data()
{
    addRows();
}

void TestManifest::decodesTheFirstFrame()
{
    QFETCH(QString, name);
    QFETCH(QJsonObject, entry);
    const auto agreement = entry["frame0"_L1].toString();
    const auto expectedHash = entry["frame0_sha256"_L1].toString().toLatin1();
    const auto statistics = entry.value("stats"_L1);
    const bool hasFigures = statistics.isObject() && statistics.toObject().contains("mod_min"_L1);

    const double before = cpuSeconds();
    const auto file = dicom::inspectFile(m_folder + u'/' + name);
    const double seconds = cpuSeconds() - before;

    QVERIFY2(seconds < kSeconds, qPrintable(u"%1 s"_s.arg(seconds)));
    if (!file || file->refusal) {
        const auto error = file ? *file->refusal : file.error();
        QVERIFY2(agreement == "none"_L1 || kDamaged.value(name) == error.code, qPrintable(described(file)));
        QVERIFY2(!error.code.isEmpty() && !error.detail.isEmpty(), qPrintable(described(file)));
        QVERIFY2(!dicom::readObject(m_folder + u'/' + name), qPrintable(described(file)));
        ++m_outcomes[u"refused: "_s + error.code];
        qInfo().noquote() << name << logLine(error);
        return;
    }
    if (file->kind != dicom::ObjectKind::Image) {
        const auto kind = dicom::codeOf(file->kind);
        const auto shown = dicom::readObject(m_folder + u'/' + name);
        QVERIFY2(agreement == "none"_L1 && kShownWithoutPixels.contains(kind), qPrintable(kind));
        QVERIFY2(shown, shown ? "" : qPrintable(logLine(shown.error())));
        ++m_outcomes[u"opened as "_s + kind];
        return;
    }

    if (agreement == "agree"_L1) {
        QCOMPARE(file->frame0Sha256, expectedHash);
        QVERIFY2(!hasFigures || areStatisticsWithin(*file, statistics, 0), qPrintable(described(file)));
        ++m_outcomes[u"exact"_s];
    } else if (const auto twin = kTwins.value(name); !twin.isEmpty()) {
        QCOMPARE(file->frame0Sha256, hashOf(twin));
        ++m_outcomes[u"exact, as its twin"_s];
    } else if (kSecondOpinions.contains(name)) {
        QCOMPARE(file->frame0Sha256, kSecondOpinions[name]);
        ++m_outcomes[u"exact, as a second opinion"_s];
    } else if (file->frame0Sha256 == expectedHash) {
        ++m_outcomes[u"exact where decoders differ or are alone"_s];
    } else if (hasFigures) {
        QVERIFY2(areStatisticsWithin(*file, statistics, kTolerance), qPrintable(described(file)));
        ++m_outcomes[u"within tolerance"_s];
        qInfo().noquote() << name << "differs from" << entry["decoders"_L1].toArray();
    } else {
        ++m_outcomes[u"decoded, nothing to compare with"_s];
        qInfo().noquote() << name << described(file);
    }
}

void TestManifest::aWholePictureIsNotCalledDamaged_data()
{
    QTest::addColumn<QString>("name");
    REQUIRE_SHARED_DICOM(folder);
    m_folder = folder;
    // Other decoders read them to the end without a word; these are known slips of their writers.
    QTest::newRow("JPEG: 0 for the last coefficient of a sequential scan")
        << u"pydicom/test_files/JPEG-lossy.dcm"_s;
    QTest::newRow("JPEG: the same picture without that slip") << u"pydicom/test_files/JPGExtended.dcm"_s;
    QTest::newRow("JPEG 2000: number of tile parts one too low")
        << u"pydicom/test_files/GDCMJ2K_TextGBR.dcm"_s;
}

/// A warning that is wrong teaches to pass over those that are right.
void TestManifest::aWholePictureIsNotCalledDamaged()
{
    QFETCH(QString, name);

    const auto file = dicom::inspectFile(m_folder + u'/' + name);

    QVERIFY(file && !file->refusal);
    QVERIFY2(file->problems.empty(),
             qPrintable(file->problems.empty() ? QString() : file->problems[0].detail));
}

void TestManifest::aRefusalNamesWhatIsAbsent()
{
    REQUIRE_SHARED_DICOM(folder);

    const auto file = dicom::inspectFile(folder + u"/pydicom/test_files/nested_priv_SQ.dcm"_s);

    QVERIFY(file && file->refusal);
    QVERIFY2(file->refusal->detail.contains(u"(0028,0100) is absent"_s), qPrintable(file->refusal->detail));
}

void TestManifest::aKindThatIsNotShownIsNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("detail");
    REQUIRE_SHARED_DICOM(folder);
    m_folder = folder;
    QTest::newRow("plan") << u"pydicom/test_files/rtplan.dcm"_s
                          << u"plan: (0008,0016) is 1.2.840.10008.5.1.4.1.1.481.5 RTPlanStorage"_s;
    QTest::newRow("contours")
        << u"pydicom/test_files/rtstruct.dcm"_s
        << u"structureSet: (0008,0016) is 1.2.840.10008.5.1.4.1.1.481.3 RTStructureSetStorage"_s;
    QTest::newRow("annotations")
        << u"highdicom/sm_annotations.dcm"_s
        << u"annotations: (0008,0016) is 1.2.840.10008.5.1.4.1.1.91.1 MicroscopyBulkSimpleAnnotationsStorage"_s;
    QTest::newRow("palette") << u"pydicom/palettes/hotiron.dcm"_s
                             << u"palette: (0008,0016) is 1.2.840.10008.5.1.4.39.1 ColorPaletteStorage"_s;
    QTest::newRow("directory") << u"pydicom/dicomdir/DICOMDIR"_s << u"directory: (0008,0016) is absent"_s;
}

/// Opened without a fault, and nevertheless nothing that somebody could look at.
void TestManifest::aKindThatIsNotShownIsNamed()
{
    QFETCH(QString, name);

    const auto file = dicom::inspectFile(m_folder + u'/' + name);

    QVERIFY(file && file->refusal);
    QCOMPARE(file->refusal->code, u"imaging.kind-not-shown"_s);
    QTEST(file->refusal->detail, "detail");
}

void TestManifest::decodesTheLastFrame_data()
{
    addRows();
}

/// What is whole is whole to its end.
void TestManifest::decodesTheLastFrame()
{
    QFETCH(QString, name);
    const auto path = QString(m_folder + u'/' + name);
    const auto file = dicom::inspectFile(path);
    if (!file || file->refusal || file->kind != dicom::ObjectKind::Image || !file->problems.empty())
        return;

    const auto last = dicom::decodeFrame(path, file->pixels.frames - 1);
    const auto beyond = dicom::decodeFrame(path, file->pixels.frames);

    QVERIFY2(last, last ? "" : qPrintable(logLine(last.error())));
    QVERIFY((*last)->facts().defects.empty());
    QCOMPARE(beyond.error().code, u"imaging.no-such-frame"_s);
}

void TestManifest::theDecoderGivesTheSame_data()
{
    if (!QFile::exists(decoderProgram()))
        QSKIP("there is no decoder process on this system");
    addRows();
}

/// In its cage, with every codec and character set: the same pixels and facts, or the same error.
void TestManifest::theDecoderGivesTheSame()
{
    static dicom::DecoderPool pool({.program = decoderProgram()});
    QFETCH(QString, name);
    const auto path = QString(m_folder + u'/' + name);
    const auto here = dicom::decodeFrame(path, 0);
    const auto hereHeader = dicom::parseHeader(path);
    const auto hereInspection = dicom::inspectFile(path);

    const auto there = pool.frame(path, 0);
    const auto thereInspection = pool.inspection(path);
    const auto thereHeader = pool.header(path);

    QVERIFY(!pool.impairment());
    QCOMPARE(there ? QString() : there.error().code, here ? QString() : here.error().code);
    QCOMPARE(thereHeader ? QString() : thereHeader.error().code,
             hereHeader ? QString() : hereHeader.error().code);
    if (here) {
        QVERIFY(std::ranges::equal((*there)->bytes(), (*here)->bytes()));
        QCOMPARE(dicom::frameMessage((*there)->facts()), dicom::frameMessage((*here)->facts()));
        // A message that leaves something out is like itself.
        const auto told = [](const imaging::FrameFacts &facts) {
            return std::tuple(facts.lossy, facts.fullScale, facts.laterality, facts.view,
                              facts.sliceLocationMm, facts.overlays, facts.segmentation);
        };
        QVERIFY(told((*there)->facts()) == told((*here)->facts()));
    }
    if (hereHeader)
        QCOMPARE(*thereHeader, *hereHeader);
    QCOMPARE(bool(thereInspection), bool(hereInspection));
    if (hereInspection)
        QCOMPARE(dicom::inspectionMessage(*thereInspection), dicom::inspectionMessage(*hereInspection));
}

void TestManifest::readsTheName_data()
{
    addRows();
}

void TestManifest::readsTheName()
{
    QFETCH(QString, name);
    QFETCH(QJsonObject, entry);
    const auto made = test::readJson(m_folder + u"/made/expected.json"_s)[name.section(u'/', 1)].toObject();
    const auto expected = made["pn"_L1].toString(entry["patient_name"_L1].toString());

    const auto file = dicom::inspectFile(m_folder + u'/' + name);

    if (file)
        QCOMPARE(withoutPadding(file->patientName), withoutPadding(expected));
    else
        QVERIFY2(expected.isEmpty(), qPrintable(logLine(file.error())));
}

void TestManifest::cleanupTestCase()
{
    for (auto it = m_outcomes.begin(); it != m_outcomes.end(); ++it)
        qInfo().noquote() << it.value() << it.key();
}

QTEST_GUILESS_MAIN(TestManifest)
#include "test_manifest.moc"
