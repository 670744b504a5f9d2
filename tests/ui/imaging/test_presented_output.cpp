#include "fake_image_source.h"
#include "imaging/views/image_exporting.h"
#include "imaging/views/picture_file.h"
#include "imaging/views/print_commands.h"
#include "imaging/views/printed_cell.h"
#include "panel_fixture.h"

#include <QPainter>
#include <QTemporaryDir>

using namespace simiao;
using namespace Qt::StringLiterals;
using test::FakeImageSource;
using test::PanelFixture;
using viewer::ExportWish;
using viewer::ImageExporting;

namespace {

constexpr int kColumns = 128;
constexpr int kRows = 96;
constexpr double kDotsPerMm = 12;
constexpr int kLeftLine = 20;
constexpr int kRightLine = 100;

/// Greys of all kinds, and two white upright lines.
viewer::FramePtr aPattern()
{
    auto facts = test::aFrame(kColumns, kRows)->facts();
    facts.spacing = {.rowMm = 0.7, .columnMm = 0.7, .basis = imaging::SpacingBasis::PixelSpacing};
    std::vector<std::int16_t> samples(std::size_t{kColumns} * kRows);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const auto column = static_cast<int>(i % kColumns);
        const bool isLine = column == kLeftLine || column == kRightLine;
        samples[i] = static_cast<std::int16_t>(isLine ? 240 : int(i * 7919 % 150));
    }
    const auto bytes = std::as_bytes(std::span(samples));
    return *imaging::Frame::create(facts, {bytes.begin(), bytes.end()});
}

/// For the second slice: its own window, a quarter turn, columns 16 … 111 and rows 8 … 79, an oblong pixel, a shutter, a line.
std::shared_ptr<imaging::PresentationState> aState(const workflow::ImageSeries &series)
{
    auto state = std::make_shared<imaging::PresentationState>();
    state->label = u"NODULE"_s;
    state->images = {{.seriesInstanceUid = series.seriesInstanceUid,
                      .sopInstanceUid = series.instances[1].sopInstanceUid}};
    state->voi = {{.value = {.windows = {imaging::windowOver(0, 250)}}}};
    state->turn = {.quarters = 1};
    state->areas = {{.value = {.left = 16, .top = 8, .right = 111, .bottom = 79, .pixelHeight = 1.25}}};
    state->shutter.shapes.rectangle =
        imaging::Shutter::Rectangle{.left = 24, .top = 0, .right = kColumns, .bottom = kRows};
    imaging::GraphicAnnotation annotation{.layer = u"L"_s};
    annotation.graphics = {{.type = imaging::GraphicType::Polyline, .points = {{40, 20}, {90, 60}}}};
    annotation.texts = {{.text = u"Wang"_s, .anchor = imaging::TextAnchor{.point = {60, 40}}}};
    state->annotations = {{.value = annotation}};
    return state;
}

int inkOf(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const auto pixel = image.pixelColor(x, y);
            count += pixel.blue() - pixel.green() > 40 ? 1 : 0;
        }
    }
    return count;
}

QImage painted(const viewer::PrintedCell &cell, QSizeF cellMm)
{
    QImage page((cellMm * kDotsPerMm).toSize(), QImage::Format_RGB32);
    QPainter painter(&page);
    painter.scale(kDotsPerMm, kDotsPerMm);
    viewer::paintCell(painter, cell, QRectF(QPointF(), cellMm));
    return page;
}

} // namespace

/// What a presentation state makes of pictures, on paper and in files.
class TestPresentedOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void paperShowsOfTheAreaWhatTheViewportShows();
    void trueSizeOfTheStateIsTrueOnPaper();
    void aFilmThatCannotBeTrueSizeSaysSo();
    void aPictureThatWasMovedIsPrintedAsItLies();
    void aPictureThatTheStateDoesNotNameIsWhole();
    void wordsOfTheStateNeedToBeWanted();
    void aFileIsCutTurnedAndKeepsTrueSize();
    void partsThatShallBeBlackAreTurnedToo();
    void theExportSaysWhatWasCut();

private:
    viewer::PrintItem anItem(int slice = 1) const
    {
        return {.series = std::make_shared<workflow::ImageSeries>(m_series),
                .at = {.instance = m_series.instances[std::size_t(slice)], .frame = 0},
                .slice = slice,
                .slices = 3,
                .state = m_state,
                .isAsStated = true};
    }
    viewer::PrintedCell cell(const viewer::PrintItem &item, QSizeF mm, viewer::CellStyle style = {}) const
    {
        style.font.setPixelSize(13);
        return viewer::printedCell(item, source->picture, mm, style, {});
    }
    QImage fileOf(const QString &name, std::vector<QRect> blanked = {}) const
    {
        const auto presented = imaging::presentationOf(
            *m_state, {m_series.seriesInstanceUid, m_series.instances[1].sopInstanceUid, 0},
            *source->picture);
        auto plain = *presented;
        plain.annotations.clear();
        const auto path = m_folder->filePath(name);
        const auto written = viewer::writePicture({.frame = source->picture,
                                                   .display = plain.display,
                                                   .texts = {},
                                                   .font = {},
                                                   .presented = plain,
                                                   .blanked = std::move(blanked),
                                                   .path = path});
        return written ? QImage(path) : QImage();
    }
    viewer::ImageStack *stack() { return f->panel->findChild<viewer::ImageStack *>(); }

    std::shared_ptr<FakeImageSource> source;
    std::unique_ptr<PanelFixture> f;
    std::unique_ptr<QTemporaryDir> m_folder;
    workflow::ImageSeries m_series;
    std::shared_ptr<imaging::PresentationState> m_state;
};

void TestPresentedOutput::init()
{
    f.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    source = std::make_shared<FakeImageSource>();
    source->picture = aPattern();
    f = std::make_unique<PanelFixture>(source);
    m_series = test::aSeries(u"1.2.3"_s, 3, f->patient());
    m_state = aState(m_series);
    source->places[u"/ct"_s] = std::vector{m_series};
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());
}

void TestPresentedOutput::paperShowsOfTheAreaWhatTheViewportShows()
{
    const QSizeF cellMm(60, 45);
    m_state->annotations.clear();
    const auto paper = cell(anItem(), cellMm);

    viewer::ImageStack stack(source, std::make_shared<viewer::FrameCache>());
    stack.setSeries(m_series);
    viewer::MeasurementBook book({&f->desk, f->patient().id.uuid});
    viewer::Viewport screen(&stack, &book, f->patient().mrn);
    screen.resize((cellMm * kDotsPerMm).toSize());
    stack.scrollTo(1);
    QTRY_VERIFY(stack.isLoaded());
    stack.setPresentation(m_state);
    QVERIFY(screen.isAsStated());
    const auto seen = screen.grab().toImage();
    // A quarter turn: 72 rows of 1.25 lie across, 96 columns down.
    const double zoom = 540.0 / 96;
    QVERIFY(std::abs(paper.imageMm.height() * kDotsPerMm - 540) <= 2);
    QVERIFY(std::abs(paper.imageMm.width() * kDotsPerMm - 72 * 1.25 * zoom) <= 2);
    const QPoint corner = (paper.imageMm.topLeft() * kDotsPerMm).toPoint();
    const QRect wordless(paper.image.rect().adjusted(80, 170, -80, -170));
    QVERIFY(wordless.width() > 250 && wordless.height() > 150);
    QSet<int> greys;
    for (int y = wordless.top(); y <= wordless.bottom(); ++y) {
        for (int x = wordless.left(); x <= wordless.right(); ++x) {
            greys.insert(qGray(paper.image.pixel(x, y)));
            QCOMPARE(qGray(paper.image.pixel(x, y)), qGray(seen.pixel(QPoint(x, y) + corner)));
        }
    }
    QVERIFY(greys.size() > 50);
    QVERIFY(paper.texts.bottomRight.contains(u"PART OF THE IMAGE"_s));
    QVERIFY(paper.texts.bottomRight.contains(u"Presentation state NODULE"_s));
}

void TestPresentedOutput::trueSizeOfTheStateIsTrueOnPaper()
{
    const QSizeF cellMm(120, 90);
    m_state->turn = {};
    m_state->annotations.clear();
    m_state->shutter = {};
    auto &area = m_state->areas[0].value;
    area.size = imaging::PresentationSize::TrueSize;
    area.isMillimetres = true;
    area.pixelWidth = 0.5;
    area.pixelHeight = 0.5;

    const auto paper = cell(anItem(), cellMm);
    const auto &page = paper.image;
    const auto words = paper.texts.bottomRight.join(u'\n');

    QList<double> lines;
    const int y = page.height() / 2;
    for (int x = 1; x + 1 < page.width(); ++x) {
        const int grey = qGray(page.pixel(x, y));
        if (grey > 225 && grey >= qGray(page.pixel(x - 1, y)) && grey > qGray(page.pixel(x + 1, y)))
            lines.append(x / kDotsPerMm);
    }
    QCOMPARE(lines.size(), 2);
    QVERIFY2(std::abs(lines[1] - lines[0] - (kRightLine - kLeftLine) * 0.5) < 0.3,
             qPrintable(QString::number(lines[1] - lines[0])));
    QVERIFY2(words.contains(u"True size 1:1, as the presentation state says"_s), qPrintable(words));
}

void TestPresentedOutput::aFilmThatCannotBeTrueSizeSaysSo()
{
    auto &area = m_state->areas[0].value;
    area.size = imaging::PresentationSize::TrueSize;
    area.isMillimetres = true;

    const auto film =
        cell(anItem(), {120, 90}, {.options = {}, .font = {}, .mrn = {}, .canBeTrueSize = false});

    QVERIFY(film.texts.bottomRight.join(u' ').contains(u"NO TRUE SIZE"_s));
    QVERIFY(std::abs(film.imageMm.height() - 90) < 0.2);
}

void TestPresentedOutput::aPictureThatWasMovedIsPrintedAsItLies()
{
    auto *viewport = f->viewport();
    auto *shown = stack();
    shown->scrollTo(1);
    QTRY_VERIFY(shown->isLoaded());
    shown->setPresentation(m_state);
    QVERIFY(viewport->isAsStated());
    viewport->zoomBy(2);
    QVERIFY(!viewport->isAsStated());
    viewport->resetView();
    QVERIFY(viewport->isAsStated());
    viewport->setTurn({});
    QVERIFY(!viewport->isAsStated());

    auto item = anItem();
    item.isAsStated = false;
    const auto moved = cell(item, {60, 45});

    QVERIFY(!moved.texts.bottomRight.contains(u"PART OF THE IMAGE"_s));
    // All of it, upright, in the state's oblong pixels.
    QVERIFY(std::abs(moved.imageMm.width() / moved.imageMm.height() - 128 / (96 * 1.25)) < 0.02);
}

void TestPresentedOutput::aPictureThatTheStateDoesNotNameIsWhole()
{
    const auto other = cell(anItem(0), {60, 45});

    QVERIFY(other.texts.bottomRight.contains(u"NOT APPLIED to this image"_s));
    QVERIFY(std::abs(other.imageMm.width() / other.imageMm.height() - 128.0 / 96) < 0.02);
    QVERIFY(other.annotations.empty());
}

void TestPresentedOutput::wordsOfTheStateNeedToBeWanted()
{
    const QSizeF mm(60, 45);
    const auto all = painted(cell(anItem(), mm), mm);
    const auto wordless = cell(anItem(), mm, {.options = {.hasValues = false}, .font = {}, .mrn = {}});
    QVERIFY(wordless.annotations.at(0).texts.empty());
    const auto lines = painted(wordless, mm);
    const auto none =
        painted(cell(anItem(), mm, {.options = {.hasMeasurements = false}, .font = {}, .mrn = {}}), mm);

    QVERIFY(all != lines);
    QVERIFY(inkOf(lines) > 0);
    QCOMPARE(inkOf(none), 0);
}

void TestPresentedOutput::aFileIsCutTurnedAndKeepsTrueSize()
{
    auto &area = m_state->areas[0].value;
    area.pixelHeight = 1;
    m_state->shutter = {};
    const auto cut = fileOf(u"cut.png"_s);
    area.size = imaging::PresentationSize::TrueSize;
    area.isMillimetres = true;
    area.pixelWidth = 0.5;
    area.pixelHeight = 0.5;
    const auto sized = fileOf(u"sized.png"_s);

    QCOMPARE(cut.size(), QSize(72, 96));
    const auto frame = source->picture;
    for (const auto &[column, row] :
         {std::pair(16, 8), std::pair(111, 8), std::pair(16, 79), std::pair(60, 33)}) {
        const auto value = *frame->measuredAt(column, row);
        // A quarter turn to the right: what was on the left is at the top, what was at the bottom on the left.
        const int grey = qGray(cut.pixel(79 - row, column - 16));
        QVERIFY2(std::abs(grey - value / 250 * 255) <= 1.5, qPrintable(QString::number(grey)));
    }
    QCOMPARE(sized.size(), QSize(72, 96));
    QCOMPARE(sized.dotsPerMeterX(), 2000);
    QCOMPARE(sized.dotsPerMeterY(), 2000);
}

void TestPresentedOutput::partsThatShallBeBlackAreTurnedToo()
{
    m_state->areas[0].value.pixelHeight = 1;
    m_state->shutter = {};

    const auto image = fileOf(u"black.png"_s, {{30, 20, 10, 6}});

    int black = 0;
    for (int column = 30; column < 40; ++column) {
        for (int row = 20; row < 26; ++row)
            black += qGray(image.pixel(79 - row, column - 16)) == 0 ? 1 : 0;
    }
    QCOMPARE(black, 60);
    QVERIFY(qGray(image.pixel(79 - 19, kLeftLine - 16)) > 200);
}

void TestPresentedOutput::theExportSaysWhatWasCut()
{
    ImageExporting exporting(f->desk.context(), source, f->patient().id);
    const ExportWish wish{.what = ExportWish::What::SeriesPictures, .folder = m_folder->filePath(u"out"_s)};

    exporting.start(wish,
                    {.series = m_series,
                     .shown = 1,
                     .display = std::nullopt,
                     .mrn = {},
                     .font = {},
                     .state = m_state,
                     .isAsStated = true});
    QTRY_COMPARE(exporting.step(), ImageExporting::Step::Done);

    QCOMPARE(
        exporting.result().notices,
        (QMap<QString, int>{{u"presentation.not-on-picture"_s, 2}, {u"presentation.part-of-picture"_s, 1}}));
    QCOMPARE(QImage(wish.folder + u"/picture-0001.png"_s).size(), QSize(kColumns, kRows));
    QCOMPARE(QImage(wish.folder + u"/picture-0002.png"_s).size(), QSize(90, 96));
}

QTEST_MAIN(TestPresentedOutput)
#include "test_presented_output.moc"
