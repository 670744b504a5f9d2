#include "document/print/printers.h"
#include "fake_image_source.h"
#include "imaging/views/image_printing.h"
#include "imaging/views/print_commands.h"
#include "imaging/views/print_dialog.h"
#include "panel_fixture.h"
#include "workflow/administration/devices.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoroTask>
#include <QDialogButtonBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QtEndian>

#ifdef SIMIAO_HAS_PDF
#include <QPdfDocument>
#endif

using namespace simiao;
using namespace Qt::StringLiterals;
using test::FakeImageSource;
using test::PanelFixture;
using viewer::ImagePrinting;
using viewer::PrintDialog;

namespace {

/// Sheets are drawn in the dots of a printer: seconds of a processor, which a busy machine gives in small pieces.
constexpr int kPrintedWithinMs = 120'000;
constexpr double kSpacingMm = 0.7;
constexpr int kLeftLine = 14;
constexpr int kRightLine = 114; // 100 columns further: 70 mm

/// 128 x 96 greys of all kinds, and two white upright lines 70 mm apart.
viewer::FramePtr aPattern(imaging::SpacingBasis basis = imaging::SpacingBasis::PixelSpacing)
{
    constexpr int kColumns = 128;
    constexpr int kRows = 96;
    auto facts = test::aFrame(kColumns, kRows)->facts();
    facts.spacing = {.rowMm = kSpacingMm, .columnMm = kSpacingMm, .basis = basis};
    std::vector<std::int16_t> samples(std::size_t{kColumns} * kRows);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const auto column = static_cast<int>(i % kColumns);
        const bool isLine = column == kLeftLine || column == kRightLine;
        samples[i] = static_cast<std::int16_t>(isLine ? 240 : int(i * 7919 % 150) - 160);
    }
    const auto bytes = std::as_bytes(std::span(samples));
    return *imaging::Frame::create(facts, {bytes.begin(), bytes.end()});
}

class FakePrinters : public document::Printers
{
public:
    QStringList names;

    Task<Result<QStringList>> installed() override { co_return Result<QStringList>(QStringList(names)); }
    Task<Result<void>> print(QString, document::PageSetup, document::PagePaint, QString) override
    {
        co_return ok();
    }
};

/// Keeps the pages, or refuses one.
struct Paper
{
    std::vector<document::PagePaint> pages;
    std::optional<std::size_t> refusedPage;
    bool isHanded = false;
    std::function<void()> beforePage;
};

class FakeRun : public document::PrintRun
{
public:
    explicit FakeRun(std::shared_ptr<Paper> paper)
        : m_paper(std::move(paper))
    {
    }
    Task<Result<void>> add(document::PagePaint page) override
    {
        if (m_paper->beforePage)
            m_paper->beforePage();
        if (m_paper->refusedPage == m_paper->pages.size())
            co_return Error{ErrorKind::Unavailable, u"print.refused"_s, u"Office"_s};
        m_paper->pages.push_back(page);
        co_return ok();
    }
    Task<Result<void>> finish() override
    {
        m_paper->isHanded = true;
        co_return ok();
    }
    Task<Result<int>> stop() override { co_return Result<int>(1); }

private:
    std::shared_ptr<Paper> m_paper;
};

/// Columns of dots in a row of the page that are nearly white, as millimetres from the left, each run by its middle.
std::vector<double> whiteLines(const QImage &page, double dotsPerMm, QRectF within)
{
    std::vector<double> lines;
    const int y = int(within.center().y() * dotsPerMm);
    int begin = -1;
    for (int x = int(within.left() * dotsPerMm) + 1; x < int(within.right() * dotsPerMm) - 1; ++x) {
        const bool isWhite = qGray(page.pixel(x, y)) > 190;
        if (isWhite && begin < 0)
            begin = x;
        if (!isWhite && begin >= 0) {
            lines.push_back((begin + x) / 2.0 / dotsPerMm);
            begin = -1;
        }
    }
    return lines;
}

/// The bytes of the picture of this size in a PDF, one or three for each dot; empty where there is none.
QByteArray pictureIn(const QByteArray &pdf, QSize size)
{
    const auto header =
        "/Width " + QByteArray::number(size.width()) + "\n/Height " + QByteArray::number(size.height());
    const auto at = pdf.indexOf(header);
    const auto begin = pdf.indexOf("stream\n", at);
    const auto end = pdf.indexOf("endstream", begin);
    if (at < 0 || begin < 0 || end < 0)
        return {};
    constexpr int kMostChannels = 3;
    QByteArray length(4, '\0');
    qToBigEndian(quint32(size.width() * size.height() * kMostChannels), length.data());
    return qUncompress(length + pdf.mid(begin + 7, end - begin - 7));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Pictures on paper and in PDF files.
class TestPrint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, {}); }
    void init();

    void printsWhatIsShownByKeyboard();
    void leavesATrailBeforeAnythingIsPrinted();
    void theDotsOnPaperAreThoseOfAViewport();
    void aPdfKeepsEveryGrey();
    void aMillimetreOfTheBodyIsOneOnPaper_data();
    void aMillimetreOfTheBodyIsOneOnPaper();
    void whatHasNoSpacingSaysSo();
    void nobodyIsNamedWhereNoTextsAreWanted();
    void paperSaysThatAPictureIsLossy();
    void measurementsAreOnPaperOnRequest();
    void onlyWhatTheViewportShowsIsPrinted();
    void aSeriesIsSpreadOverPages();
    void thePreviewCountsThePages();
    void stopsBetweenPagesAndSaysHowMany();
    void saysWhyThePrinterTookNothing();
    void aMissingPictureIsNamedInItsPlace();
    void picturesOfSomebodyElseAreNotPrinted();
    void neverOverwritesAFile();
    void theDesksPrinterStandsFirst();
    void theLayoutsAreData();
    void saysWhereALayoutIsWrong();

private:
    PrintDialog *openDialog()
    {
        commands()->setPrinters(printers);
        f->viewport()->setFocus();
        PanelFixture::press(Qt::Key_P, Qt::ControlModifier);
        PrintDialog *dialog = nullptr;
        const bool isOpen = QTest::qWaitFor(
            [&] {
                dialog = f->panel->findChild<PrintDialog *>();
                return dialog && dialog->isVisible();
            },
            test::kComesWithinMs);
        return isOpen && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
    }
    viewer::PrintCommands *commands() { return f->panel->findChild<viewer::PrintCommands *>(); }
    ImagePrinting *printing() { return commands()->printing(); }
    QString line()
    {
        return f->panel->findChild<QWidget *>(u"imaging.printLine"_s)->property("text").toString();
    }

    /// A print of the whole series, four on a page.
    viewer::PrintWish seriesWish()
    {
        viewer::PrintItem shown{.series = std::make_shared<workflow::ImageSeries>(m_series), .slices = 10};
        viewer::PrintWish wish;
        wish.plan = {{2, 2}, viewer::seriesItems(shown, 0, 9, 1)};
        wish.paper.paperMm = {210, 297};
        wish.printer = u"Office"_s;
        return wish;
    }
    viewer::SheetStyle style(const viewer::PrintOptions &options = {}, double dotsPerMm = 2)
    {
        viewer::SheetStyle style{.contentMm = {210, 297}, .forms = {}, .cell = {}, .words = {}};
        style.cell.options = options;
        style.cell.dotsPerMm = dotsPerMm;
        style.cell.font.setPixelSize(13);
        return style;
    }
    viewer::PrintItem anItem() const
    {
        return {.series = std::make_shared<workflow::ImageSeries>(m_series), .slices = 10};
    }
    std::unique_ptr<ImagePrinting> aPrinting()
    {
        return std::make_unique<ImagePrinting>(
            f->desk.context(), source, nullptr, f->patient().id,
            [this](const viewer::PrintWish &) { return std::make_unique<FakeRun>(paper); });
    }

    std::shared_ptr<FakeImageSource> source;
    std::shared_ptr<FakePrinters> printers;
    std::shared_ptr<Paper> paper;
    std::unique_ptr<PanelFixture> f;
    std::unique_ptr<QTemporaryDir> m_folder;
    workflow::ImageSeries m_series;
};

void TestPrint::init()
{
    f.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    printers = std::make_shared<FakePrinters>();
    paper = std::make_shared<Paper>();
    source = std::make_shared<FakeImageSource>();
    source->picture = aPattern();
    f = std::make_unique<PanelFixture>(source);
    m_series = test::aSeries(u"1"_s, 10, f->patient());
    source->places[u"/ct"_s] = std::vector{m_series};
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());
}

void TestPrint::printsWhatIsShownByKeyboard()
{
    auto *dialog = openDialog();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>(u"imaging.print.path"_s)->setText(m_folder->filePath(u"new/page.pdf"_s));
    QTest::keyClick(dialog, Qt::Key_Return);

    QTRY_COMPARE_WITH_TIMEOUT(printing()->step(), ImagePrinting::Step::Done, kPrintedWithinMs);
    const auto pdf = contentOf(m_folder->filePath(u"new/page.pdf"_s));
    QVERIFY(pdf.startsWith("%PDF-"));
    QCOMPARE(pdf.count("/Type /Page\n"), 1);
    QVERIFY(line().contains(u"1 of 1 pages"_s));
}

void TestPrint::leavesATrailBeforeAnythingIsPrinted()
{
    std::size_t events = 0;
    paper->beforePage = [&] { events = f->desk.store()->audit().size(); };
    const auto before = f->desk.store()->audit().size();
    const auto print = aPrinting();

    print->start(seriesWish(), style());

    QTRY_COMPARE_WITH_TIMEOUT(print->step(), ImagePrinting::Step::Done, kPrintedWithinMs);
    QCOMPARE(events, before + 1);
    QCOMPARE(f->desk.store()->audit().back().act, u"imaging.export"_s);
    QCOMPARE(f->desk.store()->audit().back().detail, u"print=10 pages=3 to=printer identity=named"_s);
}

/// The same dots as a viewport that is as large as the place on paper, where neither has words.
void TestPrint::theDotsOnPaperAreThoseOfAViewport()
{
    constexpr double kDotsPerMm = 12;
    const QSizeF cellMm(60, 45);
    auto item = anItem();
    item.display = imaging::GreyDisplay{.window = {-50, 300}};
    viewer::CellStyle cellStyle = style({}, kDotsPerMm).cell;

    const auto cell = viewer::printedCell(item, source->picture, cellMm, cellStyle, {});

    QCOMPARE(cell.image.format(), QImage::Format_Grayscale8);
    viewer::ImageStack stack(source, std::make_shared<viewer::FrameCache>());
    stack.setSeries(m_series);
    viewer::MeasurementBook book({&f->desk, f->patient().id.uuid});
    viewer::Viewport screen(&stack, &book, f->patient().mrn);
    screen.resize((cellMm * kDotsPerMm).toSize());
    QTRY_VERIFY(stack.isLoaded());
    stack.setWindow({-50, 300});
    const auto seen = screen.grab().toImage().convertToFormat(QImage::Format_Grayscale8);
    const QPoint corner = (cell.imageMm.topLeft() * kDotsPerMm).toPoint();
    const QRect wordless(cell.image.rect().adjusted(200, 130, -200, -130));
    QVERIFY(wordless.width() > 250 && wordless.height() > 200);
    for (int y = wordless.top(); y <= wordless.bottom(); ++y) {
        for (int x = wordless.left(); x <= wordless.right(); ++x)
            QCOMPARE(qGray(cell.image.pixel(x, y)), qGray(seen.pixel(QPoint(x, y) + corner)));
    }
}

void TestPrint::aPdfKeepsEveryGrey()
{
    auto wish = seriesWish();
    wish.plan = {{1, 1}, {anItem()}};
    wish.printer.clear();
    wish.pdfPath = m_folder->filePath(u"greys.pdf"_s);
    ImagePrinting print(f->desk.context(), source, nullptr, f->patient().id);
    const auto style12 = style({}, viewer::CellStyle::kPaperDotsPerMm);
    const auto cellMm = viewer::sheetPlaces(style12.contentMm, style12.forms, {1, 1}, false).cells[0].size();
    const auto cell = viewer::printedCell(anItem(), source->picture, cellMm, style12.cell, {});

    print.start(wish, style12);
    QTRY_COMPARE_WITH_TIMEOUT(print.step(), ImagePrinting::Step::Done, kPrintedWithinMs);

    const auto bytes = pictureIn(contentOf(wish.pdfPath), cell.image.size());
    const auto dots = qsizetype(cell.image.width()) * cell.image.height();
    QVERIFY2(bytes.size() == dots || bytes.size() == 3 * dots, qPrintable(QString::number(bytes.size())));
    const qsizetype channels = bytes.size() / dots;
    for (int y = 0; y < cell.image.height(); ++y) {
        const auto *line = cell.image.constScanLine(y);
        for (int x = 0; x < cell.image.width(); ++x) {
            const auto at = (qsizetype(y) * cell.image.width() + x) * channels;
            QVERIFY(uchar(bytes[at]) == line[x] && uchar(bytes[at + channels - 1]) == line[x]);
        }
    }
}

void TestPrint::aMillimetreOfTheBodyIsOneOnPaper_data()
{
    QTest::addColumn<int>("quarters");
    QTest::addColumn<QSizeF>("paperMm");
    QTest::newRow("A4") << 0 << QSizeF(210, 297);
    QTest::newRow("A3") << 0 << QSizeF(297, 420);
    QTest::newRow("upside down") << 2 << QSizeF(210, 297);
}

void TestPrint::aMillimetreOfTheBodyIsOneOnPaper()
{
    QFETCH(int, quarters);
    QFETCH(QSizeF, paperMm);
    constexpr double kPageDotsPerMm = 12;
    auto item = anItem();
    item.turn.quarters = quarters;
    auto wish = seriesWish();
    wish.plan = {{1, 1}, {item}};
    wish.paper.paperMm = paperMm;
    auto sheetStyle = style({.isTrueSize = true}, viewer::CellStyle::kPaperDotsPerMm);
    sheetStyle.contentMm = paperMm;
    const auto print = aPrinting();
    print->start(wish, sheetStyle);
    QTRY_COMPARE_WITH_TIMEOUT(print->step(), ImagePrinting::Step::Done, kPrintedWithinMs);

    const auto page = document::pageImage(wish.paper, paper->pages[0], kPageDotsPerMm);
    const auto cell = viewer::sheetPlaces(paperMm, sheetStyle.forms, {1, 1}, false).cells[0];
    // Off the words and the bar at the right edge.
    const auto lines = whiteLines(page, kPageDotsPerMm, cell.adjusted(20, 0, -20, -8));

    QCOMPARE(lines.size(), 2U);
    QVERIFY2(std::abs(lines[1] - lines[0] - 70) < 0.1, qPrintable(QString::number(lines[1] - lines[0])));

#ifdef SIMIAO_HAS_PDF
    wish.printer.clear();
    wish.pdfPath = m_folder->filePath(u"size%1.pdf"_s.arg(paperMm.width()));
    ImagePrinting toFile(f->desk.context(), source, nullptr, f->patient().id);
    toFile.start(wish, sheetStyle);
    QTRY_COMPARE_WITH_TIMEOUT(toFile.step(), ImagePrinting::Step::Done, kPrintedWithinMs);
    QPdfDocument pdf;
    QCOMPARE(pdf.load(wish.pdfPath), QPdfDocument::Error::None);
    const double pointsPerMm = 72 / 25.4;
    QVERIFY(std::abs(pdf.pagePointSize(0).width() - paperMm.width() * pointsPerMm) < 1);
    const QSize dots = (paperMm * kPageDotsPerMm).toSize();
    QImage drawn(dots, QImage::Format_RGB32);
    drawn.fill(Qt::white);
    QPainter(&drawn).drawImage(0, 0, pdf.render(0, dots));
    const auto inFile = whiteLines(drawn, kPageDotsPerMm, cell.adjusted(20, 0, -20, -8));
    QCOMPARE(inFile.size(), 2U);
    QVERIFY2(std::abs(inFile[1] - inFile[0] - 70) < 0.15, qPrintable(QString::number(inFile[1] - inFile[0])));
#endif
}

void TestPrint::whatHasNoSpacingSaysSo()
{
    const QSizeF cellMm(60, 45);
    const auto wanted = style({.isTrueSize = true}).cell;

    const auto plain =
        viewer::printedCell(anItem(), aPattern(imaging::SpacingBasis::None), cellMm, wanted, {});
    const auto spaced = viewer::printedCell(anItem(), aPattern(), cellMm, wanted, {});
    const auto fitted = viewer::printedCell(anItem(), aPattern(), cellMm, style().cell, {});

    QVERIFY(plain.texts.bottomRight.contains(u"NO TRUE SIZE: not calibrated"_s));
    QVERIFY(!plain.bar);
    QVERIFY(spaced.texts.bottomRight.contains(u"True size 1:1, by pixel spacing"_s));
    // 89.6 mm are wider than 60.
    QVERIFY(spaced.texts.bottomRight.contains(u"Part of the picture"_s));
    QVERIFY(fitted.texts.bottomRight.contains(u"0.67 × true size, by pixel spacing"_s));
    QVERIFY(!fitted.texts.bottomRight.contains(u"Part of the picture"_s));
}

/// Also where nobody is to be named.
void TestPrint::paperSaysThatAPictureIsLossy()
{
    const auto pattern = aPattern();
    auto facts = pattern->facts();
    facts.lossy = imaging::LossyCompression{.ratios = {12}};
    const auto bytes = pattern->bytes();
    const auto lossy = imaging::Frame::create(facts, {bytes.begin(), bytes.end()}).value();

    for (const bool hasTexts : {true, false}) {
        const auto cell =
            viewer::printedCell(anItem(), lossy, {60, 45}, style({.hasTexts = hasTexts}).cell, {});
        QVERIFY(cell.texts.bottomLeft.contains(u"LOSSY 12:1"_s));
    }
}

void TestPrint::nobodyIsNamedWhereNoTextsAreWanted()
{
    auto *dialog = openDialog();
    QVERIFY(dialog);
    auto *words = dialog->findChild<QLabel *>(u"imaging.print.consequence"_s);
    QVERIFY(words->text().contains(u"name the patient"_s));
    dialog->findChild<QCheckBox *>(u"imaging.print.texts"_s)->setChecked(false);
    QVERIFY(words->text().contains(u"Nobody is named"_s));

    const auto cell =
        viewer::printedCell(anItem(), aPattern(), {60, 45}, style({.hasTexts = false}).cell, {});
    QVERIFY(cell.texts.topLeft.isEmpty() && cell.texts.topRight.isEmpty());
    QVERIFY(!(cell.texts.bottomLeft + cell.texts.bottomRight).join(u' ').contains(f->patient().name));
}

void TestPrint::measurementsAreOnPaperOnRequest()
{
    const std::vector<imaging::Measurement> drawn{
        {u"a"_s, imaging::MeasurementKind::Length, {{20, 40}, {100, 40}}}};
    const auto yellowDots = [](const viewer::PrintedCell &cell) {
        const auto page = document::pageImage(
            {{60, 45}}, [&](QPainter &painter) { viewer::paintCell(painter, cell, {0, 0, 60, 45}); }, 12);
        int dots = 0;
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < page.width(); ++x) {
                const QColor colour = page.pixelColor(x, y);
                dots += colour.red() > 200 && colour.blue() < 120 ? 1 : 0;
            }
        }
        return dots;
    };

    const auto with = viewer::printedCell(anItem(), aPattern(), {60, 45}, style().cell, drawn);
    const auto without =
        viewer::printedCell(anItem(), aPattern(), {60, 45}, style({.hasMeasurements = false}).cell, drawn);

    QCOMPARE(with.drawn.size(), 1U);
    QVERIFY(with.drawn[0].lines.join(u' ').contains(u"56.0 mm"_s));
    QVERIFY(yellowDots(with) > 300);
    QCOMPARE(yellowDots(without), 0);
    const auto bare =
        viewer::printedCell(anItem(), aPattern(), {60, 45}, style({.hasValues = false}).cell, drawn);
    QCOMPARE(bare.drawn.size(), 1U);
    QVERIFY(bare.drawn[0].lines.isEmpty());
    QVERIFY(yellowDots(bare) > 100);
}

void TestPrint::onlyWhatTheViewportShowsIsPrinted()
{
    auto item = anItem();
    item.part = {0.25, 0.25, 0.5, 0.5};

    const auto cell = viewer::printedCell(item, aPattern(), {60, 45}, style({}, 12).cell, {});

    // The part fills the place, and the pixels beyond it are not in the image at all: a name burnt in there is not on paper.
    QVERIFY(cell.imageMm.width() <= 60.1 && cell.imageMm.height() <= 45.1);
    QVERIFY(cell.imageMm.height() > 44.8);
    const auto wide = viewer::printedCell(item, aPattern(), {200, 45}, style({}, 12).cell, {});
    QVERIFY(std::abs(wide.imageMm.width() - 60) < 0.2);
}

void TestPrint::aSeriesIsSpreadOverPages()
{
    const auto wish = seriesWish();
    QCOMPARE(wish.plan.pageCount(), 3);
    QCOMPARE(wish.plan.page(2).size(), 2U);
    const auto few = viewer::seriesItems(anItem(), 1, 7, 3);
    QCOMPARE(few.size(), 3U);
    QCOMPARE(few[1].slice, 4);
    QCOMPARE(few[1].at.instance.sopInstanceUid, u"1.4"_s);
    QVERIFY(viewer::seriesItems(anItem(), 5, 3, 1).empty());
    QCOMPARE(viewer::seriesItems(anItem(), -3, 99, 1).size(), 10U);

    const auto print = aPrinting();
    print->start(wish, style());
    QTRY_COMPARE_WITH_TIMEOUT(print->step(), ImagePrinting::Step::Done, kPrintedWithinMs);
    QCOMPARE(paper->pages.size(), 3U);
    QVERIFY(paper->isHanded);
    QCOMPARE(print->gone(), 3);
}

void TestPrint::thePreviewCountsThePages()
{
    auto *dialog = openDialog();
    QVERIFY(dialog);
    auto *what = dialog->findChild<QComboBox *>(u"imaging.print.what"_s);
    what->setCurrentIndex(what->findData(int(PrintDialog::What::Series)));
    auto *layout = dialog->findChild<QComboBox *>(u"imaging.print.layout"_s);
    layout->setCurrentIndex(layout->findData(QSize(2, 2)));
    auto *page = dialog->findChild<QLabel *>(u"imaging.print.page"_s);
    QCOMPARE(page->text(), u"Page 1 of 3"_s);
    auto *preview = dialog->findChild<QWidget *>(u"imaging.print.preview"_s);
    QTRY_COMPARE(preview->accessibleName(), u"Preview, page 1"_s);

    dialog->findChild<QSpinBox *>(u"imaging.print.last"_s)->setValue(4);
    QCOMPARE(page->text(), u"Page 1 of 1"_s);
    dialog->findChild<QSpinBox *>(u"imaging.print.first"_s)->setValue(6);
    QVERIFY(!dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled());
}

void TestPrint::stopsBetweenPagesAndSaysHowMany()
{
    const auto print = aPrinting();
    paper->beforePage = [&] { print->cancel(); };

    print->start(seriesWish(), style());

    QTRY_COMPARE_WITH_TIMEOUT(print->step(), ImagePrinting::Step::Done, kPrintedWithinMs);
    QVERIFY(print->isStopped());
    QCOMPARE(paper->pages.size(), 1U);
    QVERIFY(!paper->isHanded);
    QCOMPARE(print->gone(), 1); // what the printer's system did not take back
}

void TestPrint::saysWhyThePrinterTookNothing()
{
    paper->refusedPage = 0;
    const auto print = aPrinting();

    print->start(seriesWish(), style());

    QTRY_COMPARE_WITH_TIMEOUT(print->step(), ImagePrinting::Step::Failed, kPrintedWithinMs);
    QCOMPARE(print->error()->code, u"print.refused"_s);
    QVERIFY(!paper->isHanded);
}

void TestPrint::aMissingPictureIsNamedInItsPlace()
{
    source->failure = Error{ErrorKind::Corrupt, u"imaging.file-damaged"_s};
    const auto print = aPrinting();

    print->start(seriesWish(), style());

    QTRY_COMPARE_WITH_TIMEOUT(print->step(), ImagePrinting::Step::Failed, kPrintedWithinMs);
    QCOMPARE(print->missing().size(), 10U);
    QCOMPARE(paper->pages.size(), 3U);
}

void TestPrint::picturesOfSomebodyElseAreNotPrinted()
{
    auto stranger = test::aSeries(u"x"_s, 2);
    stranger.patientName = u"李四"_s;
    stranger.patientId = u"999"_s;
    source->places[u"/other"_s] = std::vector{stranger};
    f = std::make_unique<PanelFixture>(source);
    f->open({u"/other"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());

    f->viewport()->setFocus();
    PanelFixture::press(Qt::Key_P, Qt::ControlModifier);

    QTRY_COMPARE(f->desk.lastErrorCode(), u"imaging.not-hers"_s);
    QVERIFY(!f->panel->findChild<PrintDialog *>());
}

void TestPrint::neverOverwritesAFile()
{
    QFile there(m_folder->filePath(u"precious.pdf"_s));
    QVERIFY(there.open(QIODevice::WriteOnly) && there.write("precious") == 8);
    there.close();
    auto *dialog = openDialog();
    QVERIFY(dialog);

    dialog->findChild<QLineEdit *>(u"imaging.print.path"_s)->setText(there.fileName());

    QVERIFY(!dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled());
    QVERIFY(dialog->findChild<QLabel *>(u"imaging.print.consequence"_s)
                ->text()
                .contains(u"nothing is overwritten"_s));
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(there.size(), 8);
    QCOMPARE(printing()->step(), ImagePrinting::Step::Idle);
}

void TestPrint::theDesksPrinterStandsFirst()
{
    printers->names = {u"Office"_s, u"Films"_s};
    auto device = administration::newDeskDevice(f->desk.context().session.workstation,
                                                administration::DeviceRole::Report);
    device.deviceName = u"Films"_s;
    device.paperWidthTenthMm = 3556;
    device.paperHeightTenthMm = 4318;
    const auto context = f->desk.context();
    QVERIFY(QCoro::waitFor(workflow::assignDevice(context, context.newCommand(), device)));

    auto *dialog = openDialog();
    QVERIFY(dialog);
    auto *place = dialog->findChild<QComboBox *>(u"imaging.print.place"_s);
    QTRY_COMPARE(place->count(), 3);

    QTRY_COMPARE(place->itemText(0), u"Films"_s);
    QCOMPARE(place->itemText(1), u"Office"_s);
    QCOMPARE(place->currentText(), u"Films"_s);
    QCOMPARE(dialog->wish().paper.paperMm, QSizeF(355.6, 431.8));
    QVERIFY(!dialog->findChild<QLineEdit *>(u"imaging.print.path"_s)->isVisible());
    place->setCurrentIndex(2);
    QVERIFY(dialog->wish().isPdf());
    QVERIFY(dialog->findChild<QLineEdit *>(u"imaging.print.path"_s)->isVisible());
}

void TestPrint::theLayoutsAreData()
{
    const auto forms = viewer::readPrintForms(f->desk.resourceFolder());
    QVERIFY(forms);
    QCOMPARE(forms->layouts.front(), (viewer::PrintLayout{1, 1}));
    QCOMPARE(forms->layouts.back(), (viewer::PrintLayout{4, 5}));
    for (const auto &layout : forms->layouts) {
        const auto places = viewer::sheetPlaces({210, 297}, *forms, layout);
        QCOMPARE(places.cells.size(), std::size_t(layout.count()));
        for (std::size_t i = 0; i < places.cells.size(); ++i) {
            QVERIFY(QRectF(8, 8, 194, 281).contains(places.cells[i]));
            QVERIFY(!places.cells[i].intersects(places.header) && !places.cells[i].intersects(places.footer));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!places.cells[i].intersects(places.cells[j]));
        }
    }
}

void TestPrint::saysWhereALayoutIsWrong()
{
    const auto with = [](const char *member, const QJsonValue &value) {
        QJsonObject all{
            {u"marginMm"_s, 8},
            {u"gapMm"_s, 1},
            {u"layouts"_s, QJsonArray{QJsonObject{{u"columns"_s, 1}, {u"rows"_s, 1}}}},
            {u"papers"_s,
             QJsonArray{QJsonObject{{u"name"_s, u"A4"_s}, {u"widthMm"_s, 210}, {u"heightMm"_s, 297}}}}};
        all[QLatin1String(member)] = value;
        return viewer::parsePrintForms(*Json::parse(QJsonDocument(all).toJson()), u"f.json"_s);
    };

    QVERIFY(with("gapMm", 2));
    for (const auto &[member, value] : std::initializer_list<std::pair<const char *, QJsonValue>>{
             {"marginMm", -1},
             {"layouts", QJsonArray{}},
             {"papers", QJsonArray{}},
             {"layouts", QJsonArray{QJsonObject{{u"columns"_s, 0}, {u"rows"_s, 1}}}},
             {"layouts", QJsonArray{QJsonObject{{u"columns"_s, 1}, {u"rows"_s, 99}}}}}) {
        const auto refused = with(member, value);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"resources.shape"_s);
        QVERIFY2(refused.error().detail.contains(QLatin1String(member)), qPrintable(refused.error().detail));
    }
}

QTEST_MAIN(TestPrint)
#include "test_print.moc"
