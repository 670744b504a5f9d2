#include "integration/dicom/file_image_source.h"
#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "integration/dicom/worker/decoder_pool.h"

#include <QCoroTask>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <thread>

using namespace simiao;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString programs()
{
    return qEnvironmentVariable("SIMIAO_BUILD");
}

dicom::DecoderOptions wild()
{
    return {.program = programs() + u"/tests/wild_decoder"_s, .workers = 1, .patience = 2s};
}

dicom::DecoderOptions real()
{
    return {.program = programs() + u"/bin/simiao-decoder"_s};
}

workflow::ImageInstance instanceIn(const QString &path)
{
    workflow::ImageInstance instance;
    instance.location = path;
    return instance;
}

} // namespace

/// The pool with the product's decoder, and with one that does what its files ask it to.
class TestDecoderPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesAsThisProcessDoes();
    void readsHeadersAsThisProcessDoes();
    void theCageHolds_data();
    void theCageHolds();
    void aCrashCostsOneImage_data();
    void aCrashCostsOneImage();
    void afterTwoCrashesTheFileIsLeftAlone();
    void aReplacedFileIsTriedAgain();
    void aHangEndsInTime();
    void tooMuchMemoryIsAnErrorAndNoCrash();
    void lyingAnswersAreRefused();
    void closingEndsWhatRuns();
    void withoutADecoderItDecodesHereAndSaysSo_data();
    void withoutADecoderItDecodesHereAndSaysSo();
    void theSourceDecodesInItsProcess();

private:
    QString file(const QByteArray &content, const QString &name = u"file.dcm"_s) const;
    QString image() const;

    QTemporaryDir m_folder;
};

QString TestDecoderPool::file(const QByteArray &content, const QString &name) const
{
    const QString path = m_folder.filePath(name);
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
        qFatal("cannot write the test's own file");
    return path;
}

QString TestDecoderPool::image() const
{
    const auto folder = dicom::writePhantomStudy({.folder = m_folder.filePath(u"study"_s),
                                                  .patientName = u"王小明"_s,
                                                  .patientId = u"1"_s,
                                                  .birthDate = {},
                                                  .sex = {},
                                                  .studyInstanceUid = u"2.25.1"_s,
                                                  .studyDate = {},
                                                  .slices = 1});
    return *folder + u"/IM0001.dcm"_s;
}

void TestDecoderPool::decodesAsThisProcessDoes()
{
    dicom::DecoderPool pool(real());
    const QString path = image();

    const auto here = dicom::decodeFrame(path, 0);
    const auto there = pool.frame(path, 0);
    const auto missing = pool.frame(m_folder.filePath(u"none"_s), 0);
    const auto none = pool.frame(path, 7);

    QVERIFY2(there, there ? "" : qPrintable(logLine(there.error())));
    QVERIFY(!pool.impairment());
    QVERIFY(std::ranges::equal((*there)->bytes(), (*here)->bytes()));
    QCOMPARE((*there)->facts().spacing, (*here)->facts().spacing);
    QCOMPARE((*there)->facts().windows, (*here)->facts().windows);
    QCOMPARE((*there)->facts().modality, (*here)->facts().modality);
    QCOMPARE((*there)->facts().orientation, (*here)->facts().orientation);
    QCOMPARE((*there)->facts().position, (*here)->facts().position);
    QCOMPARE((*there)->facts().edges, (*here)->facts().edges);
    QCOMPARE(missing.error().code, u"imaging.file-missing"_s);
    QCOMPARE(none.error().code, u"imaging.no-such-frame"_s);
    QCOMPARE(pool.frame(file("no image"), 0).error().code, u"imaging.not-dicom"_s);
}

void TestDecoderPool::readsHeadersAsThisProcessDoes()
{
    dicom::DecoderPool pool(real());
    const QString path = image();

    QCOMPARE(*pool.header(path), *dicom::parseHeader(path));
}

void TestDecoderPool::theCageHolds_data()
{
    QTest::addColumn<QByteArray>("what");
    for (const char *what : {"open", "socket", "exec", "fork", "kill-parent", "make-code"})
        QTest::newRow(what) << QByteArray(what);
}

void TestDecoderPool::theCageHolds()
{
    QFETCH(QByteArray, what);
    dicom::DecoderPool pool(wild());

    const auto harmless = pool.frame(file("harmless"), 0);
    const auto frame = pool.frame(file(what), 0);

    QVERIFY2(harmless, harmless ? "" : qPrintable(logLine(harmless.error())));
    QVERIFY(!frame);
    QCOMPARE(frame.error().code, u"imaging.decoder-crashed"_s);
    QCOMPARE(frame.error().detail, u"signal %1"_s.arg(SIGSYS));
    QVERIFY(!pool.impairment());
}

void TestDecoderPool::aCrashCostsOneImage_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<int>("signal");
    QTest::newRow("a failed assertion") << "abort"_ba << SIGABRT;
    QTest::newRow("a bad pointer") << "segfault"_ba << SIGSEGV;
}

void TestDecoderPool::aCrashCostsOneImage()
{
    QFETCH(QByteArray, what);
    QFETCH(int, signal);
    dicom::DecoderPool pool(wild());
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(u"^file [0-9a-f]{12} Corrupt imaging.decoder-crashed"_s));

    const auto frame = pool.frame(file(what), 0);
    const auto next = pool.frame(file("harmless"_ba, u"next.dcm"_s), 0);

    QCOMPARE(frame.error().kind, ErrorKind::Corrupt);
    QCOMPARE(frame.error().code, u"imaging.decoder-crashed"_s);
    QCOMPARE(frame.error().detail, u"signal %1"_s.arg(signal));
    QVERIFY(next);
}

void TestDecoderPool::afterTwoCrashesTheFileIsLeftAlone()
{
    dicom::DecoderPool pool(wild());
    const QString path = file("abort");

    const auto first = pool.frame(path, 0);
    const auto second = pool.frame(path, 1);
    const auto third = pool.frame(path, 0);

    QCOMPARE(first.error().detail, second.error().detail);
    QCOMPARE(third.error().code, u"imaging.decoder-crashed"_s);
    QVERIFY(third.error().detail.contains(u"not tried again"_s));
    QCOMPARE(pool.header(path).error().detail, third.error().detail);
}

void TestDecoderPool::aReplacedFileIsTriedAgain()
{
    dicom::DecoderPool pool(wild());
    const QString path = file("abort");
    static_cast<void>(pool.frame(path, 0));
    static_cast<void>(pool.frame(path, 0));

    QVERIFY(pool.frame(file("harmless"), 0));
}

void TestDecoderPool::aHangEndsInTime()
{
    dicom::DecoderPool pool(wild());
    pool.warmUp();
    QElapsedTimer timer;
    timer.start();

    const auto frame = pool.frame(file("hang"), 0);

    QCOMPARE(frame.error().code, u"imaging.decoder-crashed"_s);
    QVERIFY(frame.error().detail.contains(u"2000 ms"_s));
    QVERIFY(timer.elapsed() >= 2000);
    QVERIFY(pool.frame(file("harmless"), 0));
}

void TestDecoderPool::tooMuchMemoryIsAnErrorAndNoCrash()
{
    dicom::DecoderPool pool(wild());

    const auto frame = pool.frame(file("swallow"), 0);

    QCOMPARE(frame.error().code, u"imaging.decoder-memory"_s);
    QVERIFY(pool.frame(file("harmless"), 0));
}

/// Every byte of the message turned round: it is the same frame, an error of ours, or refused.
void TestDecoderPool::lyingAnswersAreRefused()
{
    dicom::DecoderPool pool(wild());
    int refused = 0;

    for (int at = 0; at < 60; ++at) {
        const auto frame = pool.frame(file("lie"_ba, u"lie %1"_s.arg(at)), at);
        QVERIFY(frame || frame.error().code.startsWith(u"imaging."));
        QVERIFY(!frame || (*frame)->bytes().size() == 8);
        refused += frame ? 0 : 1;
    }

    QVERIFY(refused > 10);
    QCOMPARE(pool.frame(file("more pixels than said"), 0).error().code, u"imaging.decoder-answer"_s);
    QCOMPARE(pool.frame(file("nothing"), 0).error().code, u"imaging.decoder-answer"_s);
}

void TestDecoderPool::closingEndsWhatRuns()
{
    auto options = wild();
    options.patience = 60s;
    dicom::DecoderPool pool(options);
    pool.warmUp();
    const QString path = file("hang");
    std::thread closing([&pool] { pool.close(); });

    const auto frame = pool.frame(path, 0);
    closing.join();

    QCOMPARE(frame.error().kind, ErrorKind::Cancelled);
    QCOMPARE(pool.header(path).error().kind, ErrorKind::Cancelled);
}

void TestDecoderPool::withoutADecoderItDecodesHereAndSaysSo_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("none beside the program") << QString();
    QTest::newRow("it is not there") << u"/nowhere/simiao-decoder"_s;
    QTest::newRow("it ends at once") << u"/bin/true"_s;
}

void TestDecoderPool::withoutADecoderItDecodesHereAndSaysSo()
{
    QFETCH(QString, program);
    dicom::DecoderPool pool({.program = program});

    const auto frame = pool.frame(image(), 0);

    QVERIFY2(frame, frame ? "" : qPrintable(logLine(frame.error())));
    QVERIFY(pool.impairment());
    QCOMPARE(pool.impairment()->code, u"imaging.decoder-missing"_s);
}

void TestDecoderPool::theSourceDecodesInItsProcess()
{
    dicom::FileImageSource source(1, wild().program);
    source.prepare();

    const auto crashed = QCoro::waitFor(source.frame(instanceIn(file("abort")), 0, {}));
    const auto good = QCoro::waitFor(source.frame(instanceIn(file("harmless")), 0, {}));

    QCOMPARE(crashed.error().code, u"imaging.decoder-crashed"_s);
    QVERIFY(good);
    QVERIFY(!source.impairment());
}

QTEST_GUILESS_MAIN(TestDecoderPool)
#include "test_decoder_pool.moc"
