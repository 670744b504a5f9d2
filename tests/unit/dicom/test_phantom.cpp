#include "imaging/lut.h"
#include "integration/dicom/file_image_source.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "integration/dicom/uid.h"

#include <QCoroTask>
#include <QTemporaryDir>
#include <QtTest>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

workflow::PhantomStudyOrder anOrder(const QString &folder)
{
    return {.folder = folder,
            .patientName = u"王小明"_s,
            .patientId = u"P-0001"_s,
            .birthDate = u"1971-03-04"_s,
            .sex = u"M"_s,
            .studyInstanceUid = u"2.25.1234567890"_s,
            .studyDate = u"2026-11-22"_s,
            .slices = 5,
            .seed = 7};
}

} // namespace

class TestPhantom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsTheSeriesThatWasOrdered();
    void holdsAirBoneAndSoftTissueWhereAChestHasThem();
    void isTheSameForTheSameSeed();
    void refusesOrdersThatCannotBeDone();
};

void TestPhantom::comesBackAsTheSeriesThatWasOrdered()
{
    const QTemporaryDir folder;
    dicom::PhantomCtWriter writer;
    dicom::FileImageSource source;

    const auto written = QCoro::waitFor(writer.write(anOrder(folder.filePath(u"ct/序列"_s))));
    const auto listed = QCoro::waitFor(source.list(*written, {}));

    QVERIFY(listed);
    QCOMPARE(listed->size(), 1U);
    const auto &series = listed->front();
    QCOMPARE(series.studyInstanceUid, u"2.25.1234567890"_s);
    QCOMPARE(series.patientName, u"王小明"_s);
    QCOMPARE(series.patientId, u"P-0001"_s);
    QCOMPARE(series.patientBirthDate, u"1971-03-04"_s);
    QCOMPARE(series.studyDate, u"2026-11-22"_s);
    QCOMPARE(series.modality, u"CT"_s);
    QCOMPARE(series.studyDescription, u"胸部CT平扫"_s);
    QVERIFY(dicom::isUid(series.seriesInstanceUid));
    QCOMPARE(series.instances.size(), 5U);
    for (std::size_t i = 0; i < 5; ++i)
        QCOMPARE(series.instances[i].instanceNumber, static_cast<int>(i) + 1);
}

void TestPhantom::holdsAirBoneAndSoftTissueWhereAChestHasThem()
{
    const QTemporaryDir folder;
    QVERIFY(dicom::writePhantomStudy(anOrder(folder.path())));
    dicom::FileImageSource source;
    const auto listed = QCoro::waitFor(source.list(folder.path(), {}));

    const auto middle = QCoro::waitFor(source.frame(listed->front().instances[2], 0, {}));

    QVERIFY(middle);
    const auto &frame = **middle;
    const auto &facts = frame.facts();
    QCOMPARE(frame.geometry().columns(), 256);
    QCOMPARE(facts.modality.unit, u"HU"_s);
    QCOMPARE(facts.windows.size(), 2U);
    QCOMPARE(facts.windows[1].explanation, u"MEDIASTINUM"_s);
    QCOMPARE(facts.spacing.basis, imaging::SpacingBasis::PixelSpacing);
    QCOMPARE(facts.edges,
             (imaging::EdgeLetters{.left = u"R"_s, .right = u"L"_s, .top = u"A"_s, .bottom = u"P"_s}));
    QVERIFY(frame.measuredAt(3, 3).value() < -900);     // air around
    QVERIFY(frame.measuredAt(64, 128).value() < -600);  // right lung
    QVERIFY(frame.measuredAt(192, 128).value() < -600); // left lung
    QVERIFY(frame.measuredAt(128, 172).value() > 40);   // vertebra
    QVERIFY(frame.measuredRange().highest > 1500);      // cortical bone, as stored
}

void TestPhantom::isTheSameForTheSameSeed()
{
    const QTemporaryDir folder;
    const auto bytesOf = [&](const QString &name, std::uint32_t seed) {
        auto order = anOrder(folder.filePath(name));
        order.slices = 1;
        order.seed = seed;
        QFile file(dicom::writePhantomStudy(order).value() + u"/IM0001.dcm"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };

    QVERIFY(!bytesOf(u"a"_s, 7).isEmpty());
    QCOMPARE(bytesOf(u"a"_s, 7), bytesOf(u"b"_s, 7));
    QVERIFY(bytesOf(u"a"_s, 7) != bytesOf(u"c"_s, 8));
}

void TestPhantom::refusesOrdersThatCannotBeDone()
{
    const QTemporaryDir folder;
    auto badUid = anOrder(folder.path());
    badUid.studyInstanceUid = u"not a uid"_s;
    auto noSlices = anOrder(folder.path());
    noSlices.slices = 0;
    auto badPlace = anOrder(u"/proc/nowhere"_s);

    QCOMPARE(dicom::writePhantomStudy(badUid).error().code, u"imaging.phantom-order"_s);
    QCOMPARE(dicom::writePhantomStudy(noSlices).error().code, u"imaging.phantom-order"_s);
    QCOMPARE(dicom::writePhantomStudy(badPlace).error().code, u"imaging.not-writable"_s);
}

QTEST_GUILESS_MAIN(TestPhantom)
#include "test_phantom.moc"
