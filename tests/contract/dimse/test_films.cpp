#include "core/config.h"
#include "core/json.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/worker/decoder_pool.h"
#include "integration/dimse/dimse_film_printer.h"
#include "integration/dimse/film_print.h"
#include "integration/dimse/film_printers.h"
#include "integration/dimse/film_size.h"
#include "peers.h"
#include "support/cutting_proxy.h"
#include "support/free_port.h"
#include "support/server_process.h"

#include <QCoroTask>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;
using dimse::FilmImage;

namespace {

constexpr int kColumns = 16;
constexpr int kRows = 8;

/// Each picture and each of its pixels has a grey of its own.
FilmImage aPicture(int index, int bits = 8)
{
    FilmImage image{.columns = kColumns, .rows = kRows, .bits = bits};
    for (int i = 0; i < kColumns * kRows; ++i) {
        const int grey = (i * 13 + index * 37) % (bits == 8 ? 256 : 4096);
        image.pixels.append(char(grey & 0xFF));
        if (bits > 8)
            image.pixels.append(char(grey >> 8));
    }
    return image;
}

dimse::FilmOrder anOrder(int pictures, int columns = 1, int rows = 1, int bits = 8)
{
    return {.form = {.columns = columns, .rows = rows}, .pictures = pictures, .picture = [bits](int index) {
                return Result<FilmImage>(aPicture(index, bits));
            }};
}

/// A page in greys, of an odd number of pixels.
workflow::Film aFilm()
{
    workflow::Film film{.columns = 15, .rows = 9, .greys = {}, .isLandscape = true};
    for (int i = 0; i < film.columns * film.rows; ++i)
        film.greys.append(char(i * 13 % 256));
    return film;
}

} // namespace

/// Films on dcmtk's printer on the loopback, which keeps what it prints as files.
class TestFilms : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ServerProcess> m_printer;
    quint16 m_port = 0;

    bool startPrinter()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_printer = std::make_unique<ServerProcess>();
        m_port = freePort();
        for (const auto *part : {"db", "log", "lut", "reports", "spool"})
            QDir(m_folder->path()).mkdir(QLatin1String(part));
        const auto text =
            u"[[GENERAL]]\n[APPLICATION]\nLogDirectory = %1/log\nLogFile = g.log\nLogLevel = INFO\n"
            "[PRINT]\nDirectory = %1/spool\nDetailedLog = false\nBinaryLog = false\n"
            "DeletePrintJobs = false\nAlwaysDeleteTerminateJobs = false\n"
            "[DATABASE]\nDirectory = %1/db\n[LUT]\nDirectory = %1/lut\n[REPORT]\n"
            "Directory = %1/reports\n[[COMMUNICATION]]\n[FILM]\nAetitle = FILM\n"
            "Description = Test\nHostname = localhost\nPort = %2\nType = LOCALPRINTER\n"
            "DisplayFormat=1,1\\1,2\\2,2\nFilmSizeID = 14INX17IN\\A4\nMaxPDU = 32768\n"
            "MediumType = PAPER\\BLUE FILM\nSupports12Bit = true\n"_s.arg(m_folder->path())
                .arg(m_port);
        QFile config(m_folder->filePath(u"printer.cfg"_s));
        if (!config.open(QIODevice::WriteOnly) || config.write(text.toLatin1()) < 0)
            return false;
        config.close();
        return m_printer->start(u"dcmprscp"_s, {u"-c"_s, config.fileName(), u"-p"_s, u"FILM"_s}, {m_port},
                                {u"TCP_NODELAY=1"_s});
    }

    dimse::Destination printer() const { return destinationAt(m_port, u"FILM"_s); }
    /// One that is waited for a short while.
    dimse::Destination impatient(quint16 port) const
    {
        auto peer = destinationAt(port, u"FILM"_s);
        peer.patience.answering = std::chrono::milliseconds(700);
        return peer;
    }

    QStringList kept(const QString &kind) const
    {
        return QDir(m_folder->filePath(u"db"_s)).entryList({kind + u"_*"_s}, QDir::Files, QDir::Name);
    }

    /// The pixels of all pictures that were printed.
    QList<QByteArray> printedPixels() const
    {
        QList<QByteArray> all;
        for (const auto &name : kept(u"HG"_s)) {
            DcmFileFormat file;
            file.loadFile(m_folder->filePath(u"db/"_s + name).toLocal8Bit().constData());
            const Uint8 *bytes = nullptr;
            unsigned long count = 0;
            const Uint16 *words = nullptr;
            if (file.getDataset()->findAndGetUint8Array(DCM_PixelData, bytes, &count).good())
                all.append(QByteArray(reinterpret_cast<const char *>(bytes), qsizetype(count)));
            else if (file.getDataset()->findAndGetUint16Array(DCM_PixelData, words, &count).good())
                all.append(QByteArray(reinterpret_cast<const char *>(words), qsizetype(count) * 2));
        }
        return all;
    }

private Q_SLOTS:
    void init()
    {
        if (QStandardPaths::findExecutable(u"dcmprscp"_s).isEmpty())
            QSKIP("needs dcmprscp of dcmtk");
        QVERIFY(startPrinter());
    }

    void asksThePrinterHowItIs()
    {
        const auto state = dimse::printerState(printer(), {});

        QVERIFY2(state, state ? "" : qPrintable(state.error().code + state.error().detail));
        QCOMPARE(state->status, u"NORMAL"_s);
    }

    void printsPicturesOnFilms()
    {
        QList<int> told;
        const auto print =
            dimse::printFilms(printer(), anOrder(5, 2, 2),
                              [&](const dimse::FilmCount &count) { told.append(count.films); }, {});

        QVERIFY2(print, print ? "" : qPrintable(print.error().code + print.error().detail));
        QVERIFY(print->isWhole());
        QCOMPARE(print->count, (dimse::FilmCount{2, 2, 5, 5}));
        QCOMPARE(told, (QList<int>{1, 2}));
        QCOMPARE(kept(u"SP"_s).size(), 2);
        const auto pixels = printedPixels();
        QCOMPARE(pixels.size(), 5);
        for (int i = 0; i < 5; ++i)
            QVERIFY2(pixels.contains(aPicture(i).pixels), qPrintable(QString::number(i)));
    }

    void printsTwelveBits()
    {
        const auto print = dimse::printFilms(printer(), anOrder(2, 1, 2, 12), {}, {});

        QVERIFY(print && print->isWhole());
        const auto pixels = printedPixels();
        QCOMPARE(pixels.size(), 2);
        QVERIFY(pixels.contains(aPicture(0, 12).pixels) && pixels.contains(aPicture(1, 12).pixels));
    }

    void aFormatThePrinterDoesNotHaveIsRefusedAndSaid()
    {
        const auto print = dimse::printFilms(printer(), anOrder(4, 7, 7), {}, {});

        QVERIFY(print);
        QVERIFY(print->endedBy);
        QCOMPARE(print->endedBy->code, u"film.refused"_s);
        QCOMPARE(print->count, (dimse::FilmCount{0, 1, 0, 4}));
        QVERIFY(!print->isLastDoubtful);
        QVERIFY(kept(u"SP"_s).isEmpty());
    }

    void aPictureThatCannotBeHadLeavesItsPlaceEmpty()
    {
        auto order = anOrder(4, 2, 2);
        order.picture = [](int index) -> Result<FilmImage> {
            if (index == 2)
                return Error{.kind = ErrorKind::Corrupt, .code = u"imaging.file-damaged"_s};
            return aPicture(index);
        };

        const auto print = dimse::printFilms(printer(), order, {}, {});

        QVERIFY(print && !print->isWhole());
        QCOMPARE(print->missing.size(), 1U);
        QCOMPARE(print->missing[0].index, 2);
        QCOMPARE(print->count, (dimse::FilmCount{1, 1, 3, 4}));
        QCOMPARE(printedPixels().size(), 3);
    }

    /// What is told is what the printer has, wherever the connection breaks: it may have one film more only where that is said.
    void saysWhatWasPrintedWhereverItIsCut()
    {
        int cuts = 0;
        for (int k = 0; k < 60; ++k) {
            QVERIFY(startPrinter());
            const CuttingProxy network(
                m_port,
                {NetworkFault::Kind::Cut, k % 2 == 0 ? Direction::ToClient : Direction::ToServer, k / 2, 0});
            const auto print = dimse::printFilms(impatient(network.port()), anOrder(2), {}, {});

            if (print && print->isWhole() && k % 2 == 1) {
                QCOMPARE(kept(u"SP"_s).size(), 2);
                break;
            }
            if (print && print->isWhole())
                continue; // cut behind all that counts
            ++cuts;
            if (!print) {
                QVERIFY2(print.error().code.startsWith(u"film."_s), qPrintable(print.error().code));
                QVERIFY(kept(u"SP"_s).isEmpty());
                continue;
            }
            QVERIFY(print->endedBy);
            QVERIFY(print->count.films < 2);
            const auto has = [&] { return int(kept(u"SP"_s).size()); };
            QVERIFY2(has() >= print->count.films, qPrintable(QString::number(k)));
            QVERIFY2(has() <= print->count.films + (print->isLastDoubtful ? 1 : 0),
                     qPrintable(QString::number(k)));
        }
        QVERIFY2(cuts >= 16, qPrintable(QString::number(cuts)));
    }

    void aPageOfTheWindowIsOneFilm()
    {
        dimse::DimseFilmPrinter films(
            {.peer = printer(), .filmSize = u"14INX17IN"_s, .medium = u"BLUE FILM"_s});
        const auto page = aFilm();

        const auto receipt = QCoro::waitFor(films.print(page, {}));

        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().code + receipt.error().detail));
        QCOMPARE(films.stock().mm, QSizeF(355.6, 431.8));
        QVERIFY(!films.stock().isPaper);
        QCOMPARE(kept(u"SP"_s).size(), 1);
        const auto pixels = printedPixels();
        QCOMPARE(pixels.size(), 1);
        QCOMPARE(pixels[0].left(page.greys.size()), page.greys);
    }

    void saysThatItIsThereAndPrintsNothing()
    {
        dimse::DimseFilmPrinter films({.peer = printer()});

        const auto proof = QCoro::waitFor(films.probe({}));

        QVERIFY2(proof, proof ? "" : qPrintable(logLine(proof.error())));
        QCOMPARE(proof->notices, QStringList());
        QVERIFY(kept(u"SP"_s).isEmpty());
    }

    void saysThatAnArchiveTakesNoFilms()
    {
        const auto port = freePort();
        ServerProcess storescp;
        QVERIFY(storescp.start(u"storescp"_s,
                               {u"-od"_s, m_folder->path(), u"--ignore"_s, QString::number(port)}, {port}));
        dimse::DimseFilmPrinter films({.peer = destinationAt(port, u"ANY-SCP"_s)});

        const auto proof = QCoro::waitFor(films.probe({}));

        QVERIFY2(proof, proof ? "" : qPrintable(logLine(proof.error())));
        QCOMPARE(proof->notices, QStringList{u"archive.no-films"_s});
    }

    void aMediumThePrinterDoesNotHaveIsRefused()
    {
        dimse::DimseFilmPrinter films({.peer = printer(), .filmSize = u"8INX10IN"_s});

        const auto receipt = QCoro::waitFor(films.print(aFilm(), {}));

        QVERIFY(!receipt);
        QCOMPARE(receipt.error().code, u"film.refused"_s);
        QVERIFY(kept(u"SP"_s).isEmpty());
    }

    /// A film that may be printed is never said to be certainly printed, or certainly not.
    void saysOfOneFilmWhatBecameOfItWhereverItIsCut()
    {
        int doubts = 0;
        for (int k = 0; k < 40; ++k) {
            QVERIFY(startPrinter());
            const CuttingProxy network(
                m_port,
                {NetworkFault::Kind::Cut, k % 2 == 0 ? Direction::ToClient : Direction::ToServer, k / 2, 0});
            dimse::DimseFilmPrinter films({.peer = impatient(network.port())});

            const auto receipt = QCoro::waitFor(films.print(aFilm(), {}));

            const auto has = kept(u"SP"_s).size();
            const bool isDoubtful = !receipt && receipt.error().code == u"film.doubtful"_s;
            doubts += isDoubtful ? 1 : 0;
            if (!isDoubtful)
                QVERIFY2(has == (receipt ? 1 : 0), qPrintable(QString::number(k)));
        }
        QVERIFY2(doubts >= 1, qPrintable(QString::number(doubts)));
    }

    void sizesOfFilms_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QSizeF>("mm");
        QTest::newRow("inches") << u"14INX17IN"_s << QSizeF(355.6, 431.8);
        QTest::newRow("half an inch") << u"8_5INX11IN"_s << QSizeF(215.9, 279.4);
        QTest::newRow("centimetres") << u"24CMX30CM"_s << QSizeF(240, 300);
        QTest::newRow("a sheet") << u"A4"_s << QSizeF(210, 297);
        QTest::newRow("across") << u"10INX8IN"_s << QSizeF(203.2, 254);
        QTest::newRow("the printer's own") << QString() << QSizeF();
        QTest::newRow("another word") << u"LARGE"_s << QSizeF();
    }
    void sizesOfFilms()
    {
        QFETCH(QString, id);
        QFETCH(QSizeF, mm);
        QCOMPARE(dimse::filmMm(id), mm);
    }

    void aSilentPrinterIsNotWaitedForForEver()
    {
        const CuttingProxy network(m_port, {NetworkFault::Kind::Silence, Direction::ToClient, 5, 0});
        QElapsedTimer clock;
        clock.start();

        const auto print = dimse::printFilms(impatient(network.port()), anOrder(2), {}, {});

        QVERIFY(clock.elapsed() < 5000);
        QVERIFY(print ? print->endedBy.has_value() : true);
        QCOMPARE(print ? print->endedBy->code : print.error().code, u"film.silent"_s);
    }

    void somebodyElseIsNoPrinter()
    {
        const auto port = freePort();
        ServerProcess storescp;
        QVERIFY(storescp.start(u"storescp"_s, {u"--ignore"_s, QString::number(port)}, {port}));

        const auto print = dimse::printFilms(destinationAt(port, u"ANY-SCP"_s), anOrder(1), {}, {});

        QVERIFY(!print);
        QCOMPARE(print.error().code, u"film.no-service"_s);
    }

    /// The greys of a frame as they are displayed, to the last of them.
    void aFrameIsPrintedAsItIsDisplayed()
    {
        const auto files = writtenStudy(m_folder->filePath(u"ct"_s), u"2.25.7001"_s, u"Test^Film"_s, 1);
        QCOMPARE(files.size(), 1);
        dicom::DecoderPool decoders({.program = dicom::decoderBesideProgram()});
        const auto frame = decoders.frame(files[0], 0);
        QVERIFY(frame);
        const imaging::GreyDisplay display{.window = {40, 400}};

        const auto plain = dimse::filmImage(**frame, display, 8);
        const auto deep = dimse::filmImage(**frame, display, 12);

        const auto rendered = imaging::render(**frame, display);
        QCOMPARE(plain.pixels.size(), qsizetype(rendered.size()));
        QVERIFY(std::equal(rendered.begin(), rendered.end(),
                           reinterpret_cast<const std::uint8_t *>(plain.pixels.constData())));
        QCOMPARE(deep.pixels.size(), qsizetype(rendered.size()) * 2);
        int most = 0;
        for (std::size_t i = 0; i < rendered.size(); ++i) {
            const auto low = quint8(deep.pixels[qsizetype(i) * 2]);
            const auto high = quint8(deep.pixels[qsizetype(i) * 2 + 1]);
            const int grey = low | (high << 8);
            most = std::max(most, grey);
            QVERIFY(std::abs(grey / 4095.0 * 255 - rendered[i]) <= 0.51);
        }
        QVERIFY(most > 255);
    }

    void readsThePrintersOfTheSettings()
    {
        const auto place = u"dicom.printers="_s;
        const auto good = u"dicom://FILM@10.0.0.7:1042?name=Films&film=14INX17IN&medium=BLUE FILM&bits=12"_s;
        QProcess program;
        program.start(qEnvironmentVariable("SIMIAO_BUILD") + u"/bin/simiao-cli"_s,
                      {u"pacs"_s, u"printer"_s, u"Nobody"_s, u"--profile"_s, m_folder->filePath(u"p"_s),
                       u"--set"_s, place + good + u";dicom://FILM@10.0.0.7:1042?bits=9"_s});
        QVERIFY(program.waitForFinished(60'000));
        const auto answer = Json::parse(program.readAllStandardOutput());
        QVERIFY(answer);
        QCOMPARE((*answer)[u"code"_s], Json(u"film.unknown"_s));
        QCOMPARE((*answer)[u"detail"_s], Json(u"Films"_s));
        QVERIFY(program.readAllStandardError().contains("bits=9"));
    }

    void printsFromTheCommandLine()
    {
        const auto profile = m_folder->filePath(u"demo"_s);
        const auto files = writtenStudy(m_folder->filePath(u"ct"_s), u"2.25.7001"_s, u"Test^Film"_s, 3);
        QCOMPARE(files.size(), 3);
        const auto call = [&](QStringList arguments) {
            arguments +=
                {u"--profile"_s, profile, u"--set"_s,
                 u"dicom.printers=dicom://FILM@127.0.0.1:%1?name=Films&film=A4&bits=12"_s.arg(m_port)};
            QProcess program;
            program.start(qEnvironmentVariable("SIMIAO_BUILD") + u"/bin/simiao-cli"_s, arguments);
            program.write("simiao-demo-2026\n");
            program.closeWriteChannel();
            program.waitForFinished(60'000);
            return std::pair(program.exitCode(),
                             Json::parse(program.readAllStandardOutput()).value_or(Json()));
        };
        QCOMPARE(call({u"demo"_s, u"seed"_s}).first, 0);

        const auto [asked, state] = call({u"pacs"_s, u"printer"_s, u"Films"_s});
        QCOMPARE(asked, 0);
        QCOMPARE(state[u"status"_s], Json(u"NORMAL"_s));
        const auto [code, print] = call({u"pacs"_s, u"print"_s, u"Films"_s, m_folder->filePath(u"ct"_s),
                                         u"--layout"_s, u"1x2"_s, u"--user"_s, u"li.mingyuan"_s});
        QCOMPARE(code, 0);
        QCOMPARE(print[u"films"_s], Json(2));
        QCOMPARE(print[u"pictures"_s], Json(3));
        QCOMPARE(printedPixels().size(), 3);
        QCOMPARE(call({u"pacs"_s, u"print"_s, u"Films"_s, files[0], u"--layout"_s, u"9x9"_s, u"--user"_s,
                       u"li.mingyuan"_s})
                     .first,
                 1);
    }
};

QTEST_GUILESS_MAIN(TestFilms)
#include "test_films.moc"
