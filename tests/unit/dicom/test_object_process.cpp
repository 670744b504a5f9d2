#include "imaging/report/content_tree.h"
#include "integration/dicom/file_imaging_objects.h"
#include "integration/dicom/import_headers.h"
#include "integration/dicom/objects/key_objects.h"
#include "integration/dicom/objects/object_listing.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "integration/dicom/worker/decoder_pool.h"
#include "unit/dicom/shared_files.h"

#include <QCoroTask>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace simiao;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using workflow::ImagingObject;

namespace {

QString programs()
{
    return qEnvironmentVariable("SIMIAO_BUILD");
}

QString realDecoder()
{
    return programs() + u"/bin/simiao-decoder"_s;
}

QString wildDecoder()
{
    return programs() + u"/tests/wild_decoder"_s;
}

ImagingObject objectAt(const QString &path)
{
    ImagingObject object;
    object.location = path;
    return object;
}

} // namespace

/// Objects that are no images, parsed by the product's decoder and by one that does what its files ask it to.
class TestObjectProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryRealObjectAsThisProcessDoes();
    void readsWhatWeWrote();
    void saysWhatIsWrongAsThisProcessDoes();
    void aCrashCostsOneObject();
    void aHangEndsInTime();
    void tooMuchMemoryIsAnErrorAndNoCrash();
    void lyingAnswersAreRefused_data();
    void lyingAnswersAreRefused();
    void contentThatNestsWithoutEndIsRefused();
    void whatIsOpenedDoesNotWaitForAListing();
    void closingEndsWhatRuns();
    void withoutADecoderItReadsHereAndSaysSo();

private:
    QString file(const QByteArray &content, const QString &name = u"file.dcm"_s) const;
    /// Written about a slice of the phantom, m_image.
    QString keyObjects();
    dicom::DecoderOptions wild() const { return {.program = wildDecoder(), .patience = 2s}; }

    QTemporaryDir m_folder;
    QString m_image;
};

QString TestObjectProcess::file(const QByteArray &content, const QString &name) const
{
    const QString path = m_folder.filePath(name);
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
        qFatal("cannot write the test's own file");
    return path;
}

QString TestObjectProcess::keyObjects()
{
    const auto folder = dicom::writePhantomStudy({.folder = m_folder.filePath(u"study"_s),
                                                  .patientName = u"王小明"_s,
                                                  .patientId = u"1"_s,
                                                  .birthDate = {},
                                                  .sex = {},
                                                  .studyInstanceUid = u"2.25.1"_s,
                                                  .studyDate = {},
                                                  .slices = 1});
    m_image = *folder + u"/IM0001.dcm"_s;
    const auto object = dicom::keyObjectFile(
        {{m_image, 0, u"右上肺结节"_s}},
        {.author = u"李明"_s, .written = QDateTime::currentDateTime(), .root = u"test"_s});
    return object ? file(*object, u"key.dcm"_s) : QString();
}

void TestObjectProcess::readsEveryRealObjectAsThisProcessDoes()
{
    REQUIRE_SHARED_DICOM(shared);
    dicom::DecoderPool pool({.program = realDecoder()});
    const auto objects = dicom::listObjects(shared, {});
    QVERIFY(objects);
    QVERIFY(objects->size() >= 8);

    const auto there =
        dicom::listObjects(shared, {}, [&](const QString &path) { return pool.objectHeader(path); });

    QVERIFY(there);
    QCOMPARE(*there, *objects);
    int read = 0;
    for (const auto &object : *objects) {
        const auto here = dicom::readObject(object.location);
        const auto content = pool.object(object.location);
        QCOMPARE(bool(content), bool(here));
        if (here)
            QVERIFY2(*content == *here, qPrintable(object.location));
        else
            QCOMPARE(content.error().code, here.error().code);
        QCOMPARE(*pool.importHeader(object.location), *dicom::readImportHeader(object.location));
        read += here ? 1 : 0;
    }
    QVERIFY2(read >= 8, qPrintable(QString::number(read)));
    QVERIFY(!pool.impairment());
}

void TestObjectProcess::readsWhatWeWrote()
{
    dicom::FileImagingObjects objects(m_folder.filePath(u"written"_s), systemDisk(), realDecoder());
    const auto path = keyObjects();

    const auto listed = QCoro::waitFor(objects.list(path, {}));
    const auto content = QCoro::waitFor(objects.read(objectAt(path), {}));

    QVERIFY(listed && listed->size() == 1);
    QCOMPARE(listed->front().location, path);
    QCOMPARE(listed->front().patientName, u"王小明"_s);
    QVERIFY(content && std::holds_alternative<imaging::Report>(*content));
    QCOMPARE(imaging::keyImagesOf(std::get<imaging::Report>(*content)).size(), std::size_t{1});
    QVERIFY(!objects.impairment());
}

void TestObjectProcess::saysWhatIsWrongAsThisProcessDoes()
{
    dicom::DecoderPool pool({.program = realDecoder()});
    QVERIFY(!keyObjects().isEmpty());

    QCOMPARE(pool.object(m_folder.filePath(u"none"_s)).error().code, u"imaging.file-missing"_s);
    QCOMPARE(pool.object(file("no object")).error().code, u"imaging.not-dicom"_s);
    QCOMPARE(pool.objectHeader(file("no object")).error().code, u"imaging.not-dicom"_s);
    QCOMPARE(pool.object(m_image).error().code, u"report.no-report"_s);
}

void TestObjectProcess::aCrashCostsOneObject()
{
    dicom::FileImagingObjects objects(m_folder.filePath(u"written"_s), systemDisk(), wildDecoder());
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(u"^file [0-9a-f]{12} Corrupt imaging.decoder-crashed"_s));

    const auto crashed = QCoro::waitFor(objects.read(objectAt(file("abort")), {}));
    const auto next = QCoro::waitFor(objects.read(objectAt(file("report"_ba, u"next.dcm"_s)), {}));

    QCOMPARE(crashed.error().code, u"imaging.decoder-crashed"_s);
    QCOMPARE(crashed.error().detail, u"signal %1"_s.arg(SIGABRT));
    QVERIFY(next && std::holds_alternative<imaging::Report>(*next));
    QCOMPARE(std::get<imaging::Report>(*next).sopInstanceUid, u"2.25.9"_s);
}

void TestObjectProcess::aHangEndsInTime()
{
    dicom::DecoderPool pool(wild());

    const auto object = pool.object(file("hang"));

    QCOMPARE(object.error().code, u"imaging.decoder-crashed"_s);
    QVERIFY(object.error().detail.contains(u"2000 ms"_s));
    QVERIFY(pool.object(file("report")));
}

void TestObjectProcess::tooMuchMemoryIsAnErrorAndNoCrash()
{
    dicom::DecoderPool pool(wild());

    QCOMPARE(pool.object(file("swallow")).error().code, u"imaging.decoder-memory"_s);
    QVERIFY(pool.object(file("waveform")));
}

void TestObjectProcess::lyingAnswersAreRefused_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::newRow("a report") << "report"_ba;
    QTest::newRow("a waveform") << "waveform"_ba;
}

/// Every byte of the message turned round: it is some object, an error of ours, or refused.
void TestObjectProcess::lyingAnswersAreRefused()
{
    QFETCH(QByteArray, object);
    dicom::DecoderPool pool(wild());
    int refused = 0;

    for (int at = 0; at < 120; ++at) {
        const auto content = pool.object(file(object + ' ' + QByteArray::number(at), u"lie %1"_s.arg(at)));
        QVERIFY(content || content.error().code == u"imaging.decoder-answer"_s);
        refused += content ? 0 : 1;
    }

    QVERIFY2(refused > 20, qPrintable(QString::number(refused)));
    QCOMPARE(pool.object(file("more samples")).error().code, u"imaging.decoder-answer"_s);
}

void TestObjectProcess::contentThatNestsWithoutEndIsRefused()
{
    dicom::DecoderPool pool(wild());

    const auto nested = pool.object(file("nested 100"));
    int depth = 0;
    QVERIFY(nested);
    for (auto *item = &std::get<imaging::Report>(*nested).root; !item->children.empty(); ++depth)
        item = &item->children.front();
    QCOMPARE(depth, 100);
    QCOMPARE(pool.object(file("nested 200000")).error().code, u"imaging.decoder-answer"_s);
}

void TestObjectProcess::whatIsOpenedDoesNotWaitForAListing()
{
    QVERIFY(QDir(m_folder.path()).mkpath(u"big"_s));
    // Each holds up the listing for as long as a decoder is waited for.
    for (int i = 0; i < 20; ++i)
        file("hang", u"big/%1"_s.arg(i));
    const auto report = file("report", u"report"_s);
    dicom::FileImagingObjects objects(m_folder.filePath(u"written"_s), systemDisk(), wildDecoder());
    auto listing = objects.list(m_folder.filePath(u"big"_s), {});

    const auto content = QCoro::waitFor(objects.read(objectAt(report), {}));

    QVERIFY(content && std::holds_alternative<imaging::Report>(*content));
    QVERIFY(!listing.isReady());
}

void TestObjectProcess::closingEndsWhatRuns()
{
    auto objects = std::make_unique<dicom::FileImagingObjects>(m_folder.filePath(u"written"_s), systemDisk(),
                                                               wildDecoder());
    auto reading = objects->read(objectAt(file("hang")), {});

    objects.reset();

    QCOMPARE(QCoro::waitFor(reading).error().kind, ErrorKind::Cancelled);
}

void TestObjectProcess::withoutADecoderItReadsHereAndSaysSo()
{
    dicom::FileImagingObjects objects(m_folder.filePath(u"written"_s), systemDisk(), {});

    const auto content = QCoro::waitFor(objects.read(objectAt(keyObjects()), {}));

    QVERIFY(content && std::holds_alternative<imaging::Report>(*content));
    QVERIFY(objects.impairment());
    QCOMPARE(objects.impairment()->code, u"imaging.decoder-missing"_s);
}

QTEST_GUILESS_MAIN(TestObjectProcess)
#include "test_object_process.moc"
