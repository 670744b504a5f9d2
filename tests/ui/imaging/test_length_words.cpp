#include "imaging/models/measurement_words.h"
#include "imaging/models/scale_bar.h"
#include "imaging/spacing_ground.h"

#include <QTest>

using namespace simiao;
using namespace simiao::imaging;
using namespace Qt::StringLiterals;

namespace {

constexpr int kEdge = 10;

std::shared_ptr<const Frame> aPicture(SpacingBasis basis, const QString &calibration)
{
    FrameFacts facts{.geometry = FrameGeometry::create(kEdge, kEdge, 1, SampleType::U8).value(),
                     .bitsStored = 8};
    facts.spacing = {.rowMm = 1, .columnMm = 1, .basis = basis, .calibration = calibration};
    return Frame::create(std::move(facts), std::vector<std::byte>(kEdge * kEdge)).value();
}

} // namespace

/// Every length says on what ground it stands: beside the line, at the bar, on paper.
class TestLengthWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLengthSaysItsGround_data();
    void aLengthSaysItsGround();
};

void TestLengthWords::aLengthSaysItsGround_data()
{
    QTest::addColumn<SpacingBasis>("basis");
    QTest::addColumn<QString>("calibration");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *words, SpacingBasis basis, const QString &calibration = {}) {
        QTest::newRow(words) << basis << calibration << QString::fromLatin1(words);
    };
    row("by pixel spacing", SpacingBasis::PixelSpacing);
    row("by pixel spacing, unknown whether at detector", SpacingBasis::PlaneUnknown);
    row("calibrated", SpacingBasis::Calibrated);
    row("calibrated (geometry)", SpacingBasis::Calibrated, kByGeometry);
    row("calibrated (fiducial)", SpacingBasis::Calibrated, kByFiducial);
    row("at detector", SpacingBasis::ImagerPixelSpacing);
}

void TestLengthWords::aLengthSaysItsGround()
{
    QFETCH(SpacingBasis, basis);
    QFETCH(QString, calibration);
    QFETCH(QString, words);
    const auto frame = aPicture(basis, calibration);
    const Measurement line{.id = u"1"_s, .kind = MeasurementKind::Length, .points = {{1, 1}, {6, 1}}};

    QCOMPARE(viewer::measurementLines(line, *frame), (QStringList{u"5.0 mm"_s, words}));
    QCOMPARE(viewer::spacingText(frame->facts().spacing), words);
    QCOMPARE(viewer::scaleBar(frame->facts(), 10, 50).value().text, u"5 mm, "_s + words);
}

QTEST_GUILESS_MAIN(TestLengthWords)
#include "test_length_words.moc"
