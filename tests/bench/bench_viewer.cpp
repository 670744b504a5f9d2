// bench_viewer: from a key to the painted next slice, in viewports whose frames are in memory: JSON lines as bench_store prints
// them. The floor of the same run copies as many ready pixels to the window.

#include "bench/measure.h"
#include "imaging/views/imaging_panel.h"
#include "imaging/views/viewport.h"
#include "imaging/views/viewport_grid.h"
#include "sdk/visit.h"
#include "support/fake_desk.h"
#include "ui/imaging/placed_series.h"
#include "ui/theme/apply_theme.h"

#include <QAction>
#include <QApplication>
#include <QPainter>
#include <QTest>

#include <random>

using namespace simiao;
using namespace simiao::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int kEdge = 512;
constexpr int kSlices = 60;

/// Noise around a disc: what a slice costs does not depend on what it shows, but on that it differs from the next.
viewer::FramePtr slice(const workflow::ImageInstance &instance)
{
    const auto geometry = imaging::FrameGeometry::create(kEdge, kEdge, 1, imaging::SampleType::I16);
    std::mt19937 dice(static_cast<unsigned>(instance.instanceNumber)); // NOLINT: the same slices each time
    std::vector<std::int16_t> samples(std::size_t(kEdge) * kEdge);
    for (auto &sample : samples)
        sample = static_cast<std::int16_t>(dice() % 400);
    const auto bytes = std::as_bytes(std::span(samples));
    imaging::FrameFacts facts{.geometry = *geometry, .bitsStored = 16, .windows = {{40, 400}}};
    facts.spacing = {.rowMm = 0.7, .columnMm = 0.7, .basis = imaging::SpacingBasis::PixelSpacing};
    facts.orientation = instance.plane->orientation;
    facts.position = instance.plane->position;
    facts.frameOfReferenceUid = u"2.25.7"_s;
    return *imaging::Frame::create(facts, {bytes.begin(), bytes.end()});
}

/// Counts which viewports were painted.
class PaintWatch : public QObject
{
public:
    void watch(QWidget *viewport) { viewport->installEventFilter(this); }
    void begin() { m_painted.clear(); }
    qsizetype painted() const { return m_painted.size(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_painted.insert(watched);
        return false;
    }

private:
    QSet<QObject *> m_painted;
};

struct Bench
{
    std::shared_ptr<test::FakeImageSource> source = std::make_shared<test::FakeImageSource>();
    test::FakeDesk desk;
    std::unique_ptr<sdk::Visit> visit;
    std::unique_ptr<viewer::ImagingPanel> panel;

    Bench()
    {
        source->make = slice;
        std::vector<workflow::ImageSeries> all;
        for (int i = 0; i < 4; ++i)
            all.push_back(test::aPlacedSeries(QString::number(i), test::Lie::Axial, 0, 5, kSlices,
                                              desk.world().patient));
        source->places[u"/ct"_s] = all;
        desk.imageSource = source;
        workflow::VisitRecord record;
        record.patient = desk.world().patient;
        diagnostics::ImagingStudy study;
        study.studyInstanceUid = u"2.25.1"_s;
        study.endpoint = u"/ct"_s;
        record.studies.push_back(study);
        visit = std::make_unique<sdk::Visit>(&desk, record);
        // Room for all frames: what is measured is the painting.
        panel = std::make_unique<viewer::ImagingPanel>(visit.get(),
                                                       std::make_shared<viewer::FrameCache>(qint64{2} << 30),
                                                       std::make_shared<viewer::ViewerData>());
        panel->show();
        if (!QTest::qWaitForWindowActive(panel.get()))
            qFatal("the panel is not shown");
    }

    viewer::ViewportGrid *grid() { return panel->findChild<viewer::ViewportGrid *>(); }
    viewer::Viewport *viewport(int index)
    {
        return qobject_cast<viewer::Viewport *>(grid()->cell(index)->content());
    }

    /// So that the grid has this size.
    void layOut(const QString &layout, const QSize &size)
    {
        desk.commands[u"imaging.layout."_s + layout]->trigger();
        QCoreApplication::processEvents();
        panel->resize(panel->size() + size - grid()->size());
        for (int i = 0; i < grid()->count(); ++i) {
            if (!QTest::qWaitFor([&] { return viewport(i)->isLoaded(); }))
                qFatal("not loaded");
        }
    }
};

/// Copies an image of the size to a window, as the system does it: no painting can be quicker.
void floorOf(const QSize &size, const QString &name)
{
    QImage ready(size, QImage::Format_RGB32);
    ready.fill(Qt::gray);
    QImage window(size, QImage::Format_RGB32);
    const auto timing = measure(200, [&](int) {
        QPainter painter(&window);
        painter.drawImage(0, 0, ready);
    });
    report(name, figuresOf(timing));
}

void scroll(Bench &bench, const QString &layout, const QSize &size, bool isLinked)
{
    bench.layOut(layout, size);
    auto *link = bench.desk.commands[u"imaging.linkScrolling"_s];
    if (link->isChecked() != isLinked)
        link->trigger();
    PaintWatch watch;
    for (int i = 0; i < bench.grid()->count(); ++i)
        watch.watch(bench.viewport(i));
    auto *first = bench.viewport(0);
    first->setFocus();
    const auto due = isLinked ? bench.grid()->count() : 1;
    const auto press = [&](Qt::Key key) {
        watch.begin();
        QTest::keyClick(first, key);
        while (watch.painted() < due)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::processEvents();
    };
    press(Qt::Key_Home);
    for (int i = 1; i < kSlices; ++i) // everything is in memory afterwards
        press(Qt::Key_Down);
    Timing timing;
    for (int round = 0; round < 4; ++round) {
        for (int i = 1; i < kSlices; ++i)
            timing.add([&] { press(round % 2 == 0 ? Qt::Key_Up : Qt::Key_Down); });
    }
    auto figures = figuresOf(timing);
    figures.insert({u"layout"_s, layout});
    figures.insert({u"grid"_s, u"%1x%2"_s.arg(size.width()).arg(size.height())});
    figures.insert({u"linked"_s, isLinked});
    report(u"scroll-painted"_s, figures);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::applyTheme(application, {});
    floorOf({1024, 1024}, u"floor-1024"_s);
    floorOf({2048, 2048}, u"floor-2048"_s);
    Bench bench;
    scroll(bench, u"1x1"_s, {1024, 1024}, false);
    scroll(bench, u"2x2"_s, {1024, 1024}, true);
    scroll(bench, u"2x2"_s, {1900, 1000}, true);
    scroll(bench, u"2x2"_s, {2048, 2048}, true);
    return 0;
}
