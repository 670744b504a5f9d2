#include "document/print/printers.h"
#include "fake_image_source.h"
#include "imaging/views/film_run.h"
#include "imaging/views/image_printing.h"
#include "imaging/views/print_commands.h"
#include "imaging/views/print_dialog.h"
#include "panel_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoroTask>
#include <QPainter>

using namespace simiao;
using namespace Qt::StringLiterals;
using test::FakeImageSource;
using test::PanelFixture;
using viewer::ImagePrinting;
using viewer::PrintDialog;

namespace {

class NoPrinters : public document::Printers
{
public:
    Task<Result<QStringList>> installed() override { co_return Result<QStringList>(QStringList()); }
    Task<Result<void>> print(QString, document::PageSetup, document::PagePaint, QString) override
    {
        co_return ok();
    }
};

/// Keeps what it printed.
class FakeFilmPrinter : public workflow::FilmPrinter
{
public:
    workflow::FilmStock kind{.mm = {355.6, 431.8}};
    std::vector<workflow::Film> films;
    QStringList warnings;
    std::optional<std::size_t> refusedFilm;
    Error refusal{ErrorKind::Unavailable, u"film.printer"_s, u"SUPPLY EMPTY"_s};
    std::function<void()> afterFilm;

    QString displayName() const override { return u"Laser imager"_s; }
    workflow::FilmStock stock() const override { return kind; }
    Task<Result<workflow::FilmReceipt>> print(workflow::Film film, std::stop_token) override
    {
        if (refusedFilm == films.size())
            co_return refusal;
        films.push_back(std::move(film));
        if (afterFilm)
            afterFilm();
        co_return workflow::FilmReceipt{.warnings = warnings};
    }
};

class FakeSetup : public workflow::ArchiveSetup
{
public:
    std::vector<std::shared_ptr<workflow::FilmPrinter>> printers;

    std::vector<workflow::ArchiveEntry> entries() const override { return {}; }
    std::optional<workflow::ArchiveFault> fault(const workflow::ArchiveEntry &) const override { return {}; }
    Task<Result<workflow::ArchiveProof>> probe(workflow::ArchiveEntry,
                                               std::optional<workflow::ArchiveEntry>,
                                               std::stop_token) override
    {
        co_return cancelled();
    }
    Task<Result<void>> store(std::vector<workflow::ArchiveEntry>) override { co_return ok(); }
    std::vector<std::shared_ptr<workflow::ImageArchive>> archives() const override { return {}; }
    std::vector<std::shared_ptr<workflow::ModalityWorklist>> worklists() const override { return {}; }
    std::vector<std::shared_ptr<workflow::FilmPrinter>> filmPrinters() const override { return printers; }
};

int greyAt(const workflow::Film &film, int x, int y)
{
    return quint8(film.greys[qsizetype(y) * film.columns + x]);
}

} // namespace

/// Pictures on films of a DICOM printer.
class TestFilmPrint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, {}); }
    void init();

    void isChosenInTheWindowByKeyboard();
    void theFilmKnowsItsSize();
    void afterAFilmThePaperIsWhatItWas();
    void aFilmHasNoTrueSize();
    void filmIsDarkAndPaperIsWhite();
    void aPageIsWholeAndAcross();
    void tellsFilmByFilmAndLeavesATrail();
    void saysHowManyFilmsWereTakenBeforeItFailed();
    void stopsAfterTheFilmThatIsUnderWay();
    void whatThePrinterDidOtherwiseIsSaid();
    void withoutTheRightNothingIsPrinted();

private:
    PrintDialog *openDialog()
    {
        f->panel->findChild<viewer::PrintCommands *>()->setPrinters(std::make_shared<NoPrinters>());
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
    ImagePrinting *printing() { return f->panel->findChild<viewer::PrintCommands *>()->printing(); }
    QString line()
    {
        return f->panel->findChild<QWidget *>(u"imaging.printLine"_s)->property("text").toString();
    }

    /// A print of the whole series, four on a film.
    viewer::PrintWish seriesWish()
    {
        viewer::PrintItem shown{.series = std::make_shared<workflow::ImageSeries>(m_series), .slices = 10};
        viewer::PrintWish wish;
        wish.plan = {{2, 2}, viewer::seriesItems(shown, 0, 9, 1)};
        wish.paper.paperMm = {100, 120};
        wish.filmPrinter = printer;
        return wish;
    }
    static viewer::SheetStyle style()
    {
        viewer::SheetStyle style{
            .contentMm = {100, 120}, .forms = {}, .cell = {}, .words = {}, .isOnDarkGround = true};
        style.cell.dotsPerMm = 2;
        style.cell.font.setPixelSize(13);
        return style;
    }

    std::shared_ptr<FakeImageSource> source;
    std::shared_ptr<FakeFilmPrinter> printer;
    std::unique_ptr<PanelFixture> f;
    workflow::ImageSeries m_series;
};

void TestFilmPrint::init()
{
    f.reset();
    printer = std::make_shared<FakeFilmPrinter>();
    source = std::make_shared<FakeImageSource>();
    f = std::make_unique<PanelFixture>(source);
    auto setup = std::make_shared<FakeSetup>();
    setup->printers = {printer};
    f->desk.setup = setup;
    m_series = test::aSeries(u"1"_s, 10, f->patient());
    source->places[u"/ct"_s] = std::vector{m_series};
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());
}

void TestFilmPrint::isChosenInTheWindowByKeyboard()
{
    auto *dialog = openDialog();
    QVERIFY(dialog);
    auto *place = dialog->findChild<QComboBox *>(u"imaging.print.place"_s);
    QTRY_COMPARE(place->count(), 2);
    QCOMPARE(place->itemText(1), u"Film: Laser imager"_s);
    QVERIFY2(dialog->wish().isPdf(), "nobody prints on film without having chosen it");

    dialog->activateWindow();
    place->setFocus();
    QTRY_VERIFY(place->hasFocus());
    QTest::keyClick(place, Qt::Key_Down);
    QCOMPARE(place->currentIndex(), 1);
    QVERIFY(dialog->wish().isFilm());
    QTest::keyClick(dialog, Qt::Key_Return);

    QTRY_COMPARE(printing()->step(), ImagePrinting::Step::Done);
    QCOMPARE(printer->films.size(), 1U);
    QVERIFY(line().contains(u"1 of 1 films were taken by Laser imager"_s));
}

void TestFilmPrint::theFilmKnowsItsSize()
{
    auto *dialog = openDialog();
    QVERIFY(dialog);
    auto *paper = dialog->findChild<QComboBox *>(u"imaging.print.paper"_s);
    auto *place = dialog->findChild<QComboBox *>(u"imaging.print.place"_s);
    QTRY_COMPARE(place->count(), 2);
    place->setCurrentIndex(1);

    QCOMPARE(dialog->wish().paper.paperMm, QSizeF(355.6, 431.8));
    QVERIFY(!paper->isEnabled());
    place->setCurrentIndex(0);
    QVERIFY(dialog->wish().isPdf());
    QVERIFY(paper->isEnabled());
}

/// Nobody has paper of 14 x 17 inches.
void TestFilmPrint::afterAFilmThePaperIsWhatItWas()
{
    auto *dialog = openDialog();
    QVERIFY(dialog);
    auto *paper = dialog->findChild<QComboBox *>(u"imaging.print.paper"_s);
    auto *place = dialog->findChild<QComboBox *>(u"imaging.print.place"_s);
    QTRY_COMPARE(place->count(), 2);
    paper->setCurrentIndex(1);
    const auto chosen = dialog->wish().paper.paperMm;
    QVERIFY(chosen != QSizeF(355.6, 431.8));

    place->setCurrentIndex(1);
    QCOMPARE(dialog->wish().paper.paperMm, QSizeF(355.6, 431.8));
    place->setCurrentIndex(0);

    QVERIFY(dialog->wish().isPdf());
    QCOMPARE(dialog->wish().paper.paperMm, chosen);
}

void TestFilmPrint::aFilmHasNoTrueSize()
{
    auto *dialog = openDialog();
    QVERIFY(dialog);
    auto *trueSize = dialog->findChild<QCheckBox *>(u"imaging.print.trueSize"_s);
    auto *place = dialog->findChild<QComboBox *>(u"imaging.print.place"_s);
    QTRY_COMPARE(place->count(), 2);
    trueSize->setChecked(true);
    QVERIFY(dialog->wish().options.isTrueSize);

    place->setCurrentIndex(1);

    QVERIFY(!trueSize->isEnabled());
    QVERIFY(!dialog->wish().options.isTrueSize);
}

void TestFilmPrint::filmIsDarkAndPaperIsWhite()
{
    auto wish = seriesWish();
    QVERIFY(wish.isOnDarkGround());
    const auto film = viewer::filmOf(wish.paper, [](QPainter &) {}, false);
    const auto paper = viewer::filmOf(wish.paper, [](QPainter &) {}, true);

    QVERIFY(film && paper);
    QCOMPARE(greyAt(*film, 0, 0), 0);
    QCOMPARE(greyAt(*paper, 0, 0), 255);
    printer->kind.isPaper = true;
    QVERIFY(!wish.isOnDarkGround());
}

void TestFilmPrint::aPageIsWholeAndAcross()
{
    document::PageSetup setup{.paperMm = {100, 121}, .orientation = QPageLayout::Landscape};
    const auto film = viewer::filmOf(
        setup, [](QPainter &painter) { painter.fillRect(QRectF(60.5, 50, 60.5, 50), Qt::white); }, false);

    QVERIFY(film);
    QVERIFY(film->isLandscape);
    QCOMPARE(QSize(film->columns, film->rows), QSize(1452, 1200));
    QCOMPARE(film->greys.size(), qsizetype(1452) * 1200);
    QCOMPARE(greyAt(*film, 1451, 1199), 255);
    QCOMPARE(greyAt(*film, 10, 10), 0);
}

void TestFilmPrint::tellsFilmByFilmAndLeavesATrail()
{
    ImagePrinting print(f->desk.context(), source, nullptr, f->patient().id);
    QList<int> told;
    connect(&print, &ImagePrinting::changed, this, [&] { told.append(print.done()); });

    print.start(seriesWish(), style());

    QTRY_COMPARE(print.step(), ImagePrinting::Step::Done);
    QCOMPARE(print.gone(), 3);
    QCOMPARE(printer->films.size(), 3U);
    QVERIFY(told.contains(1) && told.contains(2) && told.contains(3));
    QVERIFY(printer->films[0] != printer->films[2]); // the last has two pictures
    QCOMPARE(f->desk.store()->audit().back().act, u"imaging.export"_s);
    QCOMPARE(f->desk.store()->audit().back().detail, u"print=10 pages=3 to=film identity=named"_s);
}

void TestFilmPrint::saysHowManyFilmsWereTakenBeforeItFailed()
{
    printer->refusedFilm = 1;
    printing()->start(seriesWish(), style());

    QTRY_COMPARE(printing()->step(), ImagePrinting::Step::Failed);
    QCOMPARE(printing()->gone(), 1);
    QCOMPARE(printing()->error()->code, u"film.printer"_s);
    QVERIFY(line().contains(u"Not all printed"_s));
    QVERIFY(line().contains(u"SUPPLY EMPTY"_s));
    QVERIFY(line().contains(u"1 of 3 films were taken by Laser imager"_s));
}

void TestFilmPrint::stopsAfterTheFilmThatIsUnderWay()
{
    printer->afterFilm = [this] { printing()->cancel(); };

    printing()->start(seriesWish(), style());

    QTRY_COMPARE(printing()->step(), ImagePrinting::Step::Done);
    QVERIFY(printing()->isStopped());
    QCOMPARE(printing()->gone(), 1);
    QCOMPARE(printer->films.size(), 1U);
}

void TestFilmPrint::whatThePrinterDidOtherwiseIsSaid()
{
    printer->warnings = {u"status B604"_s};

    printing()->start(seriesWish(), style());

    QTRY_COMPARE(printing()->step(), ImagePrinting::Step::Done);
    QCOMPARE(printing()->warnings(), QStringList{u"status B604"_s});
    QVERIFY(line().contains(u"status B604"_s));
}

void TestFilmPrint::withoutTheRightNothingIsPrinted()
{
    f->desk.world().policy->refused.insert(u"imaging.export"_s);

    printing()->start(seriesWish(), style());

    QTRY_COMPARE(printing()->step(), ImagePrinting::Step::Failed);
    QCOMPARE(printing()->error()->code, u"access.denied"_s);
    QVERIFY(printer->films.empty());
}

QTEST_MAIN(TestFilmPrint)
#include "test_film_print.moc"
