#include "contract/dicomweb/kept_file.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "integration/dicomweb/dicomweb_archive.h"
#include "integration/dicomweb/object_identity.h"
#include "integration/dicomweb/studies_service.h"
#include "support/byte_proxy.h"
#include "support/orthanc.h"
#include "unit/dicomweb/memory_sink.h"

#include <QCoroTask>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtConcurrentRun>
#include <QtTest>

#include <functional>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSlices = 4;
constexpr int kPlaces = 6;
const QString kStudy = u"2.25.4712"_s;
/// No call may take longer, whatever the network does: one that hangs would not end at all. The longest is one that is cut, asks again and
/// is patient with a busy archive. That nothing more comes shows some seconds after a burst, as libcurl looks at what came in the last
/// five.
constexpr int kEndMs = 60'000;

/// What one call over a network came to.
struct Outcome
{
    std::optional<Error> error = {}; ///< nothing could be begun, or what ended it
    bool isWhole = false;
};

Outcome outcomeOf(const Result<workflow::ImageTransfer> &transfer)
{
    if (!transfer)
        return {.error = transfer.error()};
    auto error = transfer->endedBy;
    if (!error && !transfer->failures.empty())
        error = transfer->failures.front().error;
    return {.error = error, .isWhole = transfer->isWhole()};
}

} // namespace

/// A web archive that others wrote, behind a network that fails, counted in bytes: every call ends, says why, and leaves nothing half done.
class TestDicomWebCuts : public QObject
{
    Q_OBJECT

private:
    using Call = std::function<Outcome(quint16 port)>;

    Orthanc m_server;
    QTemporaryDir m_folder;
    QMap<QString, QByteArray> m_written; ///< by SOP instance UID
    QStringList m_files;
    QStringList m_fresh; ///< of a study that the archive does not have
    QString m_series;
    std::chrono::seconds m_patience{20};

    dicomweb::ServerSettings settings(quint16 port) const
    {
        return {.name = u"Orthanc"_s,
                .http = {.server = QUrl(u"http://127.0.0.1:%1/dicom-web"_s.arg(port)),
                         .credentials = http::BasicCredentials{Orthanc::user(), Orthanc::password()}},
                .patience = m_patience};
    }
    std::shared_ptr<dicomweb::DicomWebArchive> archive(quint16 port) const
    {
        return *dicomweb::DicomWebArchive::create(settings(port));
    }
    /// A study of its own in a folder of its own.
    QStringList written(const QString &study) const
    {
        const auto folder = dicom::writePhantomStudy({.folder = m_folder.filePath(study),
                                                      .patientName = u"王小明"_s,
                                                      .patientId = u"P001"_s,
                                                      .birthDate = u"1970-01-31"_s,
                                                      .sex = u"M"_s,
                                                      .studyInstanceUid = study,
                                                      .studyDate = u"2026-03-04"_s,
                                                      .slices = kSlices});
        QStringList files;
        for (const auto &file : QDir(folder.value_or(QString())).entryInfoList(QDir::Files))
            files.append(file.filePath());
        return files;
    }

    Outcome searched(quint16 port) const;
    Outcome brought(quint16 port, const QStringList &instances) const;
    Outcome framed(quint16 port) const;
    Outcome sent(quint16 port) const;
    Call call(const QString &what) const;
    /// Bytes of a whole conversation, which tells where it can be cut.
    qint64 lengthOf(Direction direction, const Call &call) const
    {
        const ByteProxy network(m_server.httpPort());
        const auto outcome = call(network.port());
        return outcome.isWhole ? network.passed(direction) : 0;
    }

private Q_SLOTS:
    void initTestCase();
    void isCutAnywhere_data();
    void isCutAnywhere();
    void isSilentAnywhere_data();
    void isSilentAnywhere();
    void cleanup() { m_patience = std::chrono::seconds(20); }
};

void TestDicomWebCuts::initTestCase()
{
    const auto plugin = Orthanc::dicomWebSettings();
    if (Orthanc::program().isEmpty() || plugin.isEmpty())
        QSKIP("needs the packages orthanc and orthanc-dicomweb");
    QVERIFY2(m_server.start(plugin), m_server.output().constData());
    m_files = written(kStudy);
    m_fresh = written(u"2.25.4713"_s);
    QCOMPARE(m_server.upload(m_files), kSlices);
    for (const auto &path : std::as_const(m_files)) {
        const auto bytes = contentsOf(path);
        const auto identity = dicomweb::identify({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        QVERIFY(identity);
        m_written.insert(identity->sopInstanceUid, bytes);
        m_series = identity->seriesInstanceUid;
    }
    QCOMPARE(m_written.size(), kSlices);
}

Outcome TestDicomWebCuts::searched(quint16 port) const
{
    workflow::StudyQuery query;
    query.studyInstanceUid = kStudy;
    const auto found = QCoro::waitFor(archive(port)->findStudies(query, {}));
    if (!found)
        return {.error = found.error()};
    return {.isWhole = found->studies.size() == 1 && found->studies.front().instances == kSlices};
}

/// \param instances  empty: the whole series
Outcome TestDicomWebCuts::brought(quint16 port, const QStringList &instances) const
{
    const auto sink = std::make_shared<MemorySink>();
    const auto transfer =
        QCoro::waitFor(archive(port)->retrieve({kStudy, m_series, instances, {}}, sink, {}, {}));
    // Half an object must never come through, and what is counted is there.
    for (auto object = sink->objects.cbegin(); object != sink->objects.cend(); ++object) {
        if (datasetOf(*object) != datasetOf(m_written.value(object.key())))
            qFatal("half of an object");
    }
    const int done = transfer ? transfer->count.done : 0;
    if (done != sink->objects.size() || (transfer && !transfer->isWhole() && transfer->count.total == done))
        qFatal("%d are told, %d are there", done, int(sink->objects.size()));
    return outcomeOf(transfer);
}

Outcome TestDicomWebCuts::framed(quint16 port) const
{
    const auto service = dicomweb::StudiesService::create(settings(port));
    auto asking = QtConcurrent::run(
        [&] { return (*service)->frames({kStudy, m_series, m_written.firstKey()}, {1}, {}); });
    if (!QTest::qWaitFor([&asking] { return asking.isFinished(); }, 2 * kEndMs))
        qFatal("no end");
    const auto frames = asking.result();
    if (!frames)
        return {.error = frames.error()};
    if (frames->size() != 1 || !m_written.first().contains(frames->front()))
        qFatal("half of a frame");
    return {.isWhole = true};
}

Outcome TestDicomWebCuts::sent(quint16 port) const
{
    return outcomeOf(QCoro::waitFor(archive(port)->send(m_fresh, {}, {})));
}

TestDicomWebCuts::Call TestDicomWebCuts::call(const QString &what) const
{
    if (what == u"search")
        return [this](quint16 port) { return searched(port); };
    if (what == u"series")
        return [this](quint16 port) { return brought(port, {}); };
    if (what == u"instance")
        return [this](quint16 port) { return brought(port, {m_written.firstKey()}); };
    if (what == u"frame")
        return [this](quint16 port) { return framed(port); };
    return [this](quint16 port) { return sent(port); };
}

void TestDicomWebCuts::isCutAnywhere_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<Direction>("direction");
    for (const auto *what : {"search", "series", "instance", "frame", "store"}) {
        QTest::addRow("%s, answers", what) << QString::fromLatin1(what) << Direction::ToClient;
        QTest::addRow("%s, questions", what) << QString::fromLatin1(what) << Direction::ToServer;
    }
}

void TestDicomWebCuts::isCutAnywhere()
{
    QFETCH(QString, what);
    QFETCH(Direction, direction);
    const auto whole = lengthOf(direction, call(what));
    QVERIFY(whole > 0);
    int cuts = 0;
    for (int place = 0; place <= kPlaces; ++place) {
        const auto afterBytes = place < kPlaces ? whole * place / kPlaces : whole - 1;
        const ByteProxy network(
            m_server.httpPort(),
            {.kind = ByteFault::Kind::Cut, .direction = direction, .afterBytes = afterBytes});
        QElapsedTimer clock;
        clock.start();

        const auto outcome = call(what)(network.port());

        QVERIFY2(clock.elapsed() < kEndMs, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(outcome.isWhole != outcome.error.has_value());
        if (outcome.isWhole) // the rest was asked for over new connections
            continue;
        ++cuts;
        QVERIFY2(outcome.error->code == u"archive.cut"_s, qPrintable(logLine(*outcome.error)));
        QCOMPARE(outcome.error->kind, ErrorKind::Unavailable);
        QVERIFY(!outcome.error->detail.isEmpty());
    }
    QVERIFY2(cuts >= 2, qPrintable(QString::number(cuts)));
}

void TestDicomWebCuts::isSilentAnywhere_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("isInTheMiddle");
    for (const auto *what : {"search", "frame", "store"})
        QTest::addRow("%s, no answer", what) << QString::fromLatin1(what) << false;
    QTest::newRow("frame, half an answer") << u"frame"_s << true;
}

void TestDicomWebCuts::isSilentAnywhere()
{
    QFETCH(QString, what);
    QFETCH(bool, isInTheMiddle);
    const auto afterBytes = isInTheMiddle ? lengthOf(Direction::ToClient, call(what)) / 2 : 0;
    QVERIFY(!isInTheMiddle || afterBytes > 0);
    m_patience = std::chrono::seconds(1);
    const ByteProxy network(m_server.httpPort(),
                            {.kind = ByteFault::Kind::Silence, .afterBytes = afterBytes});
    QElapsedTimer clock;
    clock.start();

    const auto outcome = call(what)(network.port());

    QVERIFY2(clock.elapsed() < kEndMs, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(!outcome.isWhole && outcome.error);
    QVERIFY2(outcome.error->code == u"archive.silent"_s, qPrintable(logLine(*outcome.error)));
    QCOMPARE(outcome.error->kind, ErrorKind::Unavailable);
}

QTEST_GUILESS_MAIN(TestDicomWebCuts)
#include "test_cuts.moc"
