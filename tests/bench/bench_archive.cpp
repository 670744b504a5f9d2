// How fast a series of 600 slices of 512 x 512 comes from a stock Orthanc on the loopback: ours over one and four associations
// against the toolkit's getscu, medians of rounds that take turns, with the server as it is shipped and with TCP_NODELAY=1 in its
// environment. The ratios are to getscu against the server as shipped.
#include "bench/measure.h"
#include "integration/dimse/retrieve.h"
#include "support/orthanc.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <array>
#include <atomic>
#include <cstdint>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSlices = 600;
constexpr int kEdge = 512;
constexpr int kRounds = 3;
const QString kStudy = u"2.25.6001"_s;
const QString kSeries = u"2.25.6002"_s;

/// Files in a folder, not flushed: getscu does not either.
class FolderSink : public workflow::ObjectSink
{
public:
    explicit FolderSink(QString folder)
        : m_folder(std::move(folder))
    {
    }
    bool has(const QString &) const override { return false; }
    Result<void> take(workflow::ReceivedObject object) override
    {
        const int number = m_count++;
        if (number == 0)
            firstMs = m_clock.elapsed();
        QFile file(m_folder.filePath(QString::number(number)));
        if (!file.open(QIODevice::WriteOnly) || file.write(object.file) != object.file.size())
            return Error{.kind = ErrorKind::Unavailable, .code = u"disk.write"_s};
        return ok();
    }
    void startClock() { m_clock.start(); }

    std::atomic<qint64> firstMs = -1;

private:
    QDir m_folder;
    QElapsedTimer m_clock;
    std::atomic<int> m_count = 0;
};

void put(DcmItem &dataset, const DcmTagKey &tag, const QString &value)
{
    dataset.putAndInsertString(tag, value.toLatin1().constData());
}

/// Noise, so that nothing along the way can save work.
QStringList writtenSeries(const QString &folder)
{
    QStringList files;
    std::vector<Uint16> pixels(std::size_t{kEdge} * kEdge);
    std::uint32_t state = 1;
    for (int i = 0; i < kSlices; ++i) {
        for (auto &pixel : pixels)
            pixel = Uint16((state = state * 1664525U + 1013904223U) >> 16);
        DcmFileFormat file;
        auto &dataset = *file.getDataset();
        put(dataset, DCM_SOPClassUID, QString::fromLatin1(UID_CTImageStorage));
        put(dataset, DCM_SOPInstanceUID, u"2.25.6003.%1"_s.arg(i + 1));
        put(dataset, DCM_StudyInstanceUID, kStudy);
        put(dataset, DCM_SeriesInstanceUID, kSeries);
        put(dataset, DCM_PatientID, u"BENCH"_s);
        put(dataset, DCM_Modality, u"CT"_s);
        put(dataset, DCM_InstanceNumber, QString::number(i + 1));
        put(dataset, DCM_PhotometricInterpretation, u"MONOCHROME2"_s);
        dataset.putAndInsertUint16(DCM_SamplesPerPixel, 1);
        dataset.putAndInsertUint16(DCM_Rows, kEdge);
        dataset.putAndInsertUint16(DCM_Columns, kEdge);
        dataset.putAndInsertUint16(DCM_BitsAllocated, 16);
        dataset.putAndInsertUint16(DCM_BitsStored, 16);
        dataset.putAndInsertUint16(DCM_HighBit, 15);
        dataset.putAndInsertUint16(DCM_PixelRepresentation, 0);
        dataset.putAndInsertUint16Array(DCM_PixelData, pixels.data(), pixels.size());
        files.append(QDir(folder).filePath(u"%1.dcm"_s.arg(i)));
        file.saveFile(QFile::encodeName(files.back()).constData(), EXS_LittleEndianExplicit);
    }
    return files;
}

[[noreturn]] void give(const char *words)
{
    std::fprintf(stderr, "%s\n", words);
    std::exit(1);
}

/// One round into a folder of its own.
void addRound(bench::Timing &timing, const std::function<void(const QString &folder)> &bring)
{
    const QTemporaryDir folder;
    timing.add([&] { bring(folder.path()); });
    if (QDir(folder.path()).entryList(QDir::Files).size() != kSlices)
        give("not all images came");
}

double medianMs(const bench::Timing &timing)
{
    return timing.median() / 1000;
}

void addStock(bench::Timing &timing, const test::Orthanc &server)
{
    addRound(timing, [&](const QString &folder) {
        QProcess getscu;
        getscu.start(u"getscu"_s,
                     {u"-B"_s, u"-S"_s, u"-aec"_s, u"ORTHANC"_s, u"127.0.0.1"_s,
                      QString::number(server.dicomPort()), u"-od"_s, folder, u"-k"_s, u"0008,0052=SERIES"_s,
                      u"-k"_s, u"0020,000d="_s + kStudy, u"-k"_s, u"0020,000e="_s + kSeries});
        if (!getscu.waitForFinished(180'000))
            give("getscu does not end");
    });
}

void addOurs(bench::Timing &timing, bench::Timing &first, const test::Orthanc &server, int associations)
{
    dimse::Destination peer;
    peer.host = u"127.0.0.1"_s;
    peer.port = server.dicomPort();
    peer.calledAe = u"ORTHANC"_s;
    peer.callingAe = u"SIMIAO"_s;
    peer.associations = associations;
    workflow::Retrieval what;
    what.studyInstanceUid = kStudy;
    addRound(timing, [&](const QString &folder) {
        const auto sink = std::make_shared<FolderSink>(folder);
        sink->startClock();
        const auto transfer = dimse::retrieve(peer, {}, what, sink, {}, {});
        if (!transfer || !transfer->isWhole())
            give("the retrieval failed");
        constexpr double kUsPerMs = 1000;
        first.us.push_back(double(sink->firstMs.load()) * kUsPerMs);
    });
}

/// Ours over so many associations from one server.
struct Way
{
    QString name;
    const test::Orthanc *server;
    int associations;
    bench::Timing ours;
    bench::Timing first;
};

void tell(const Way &way, const bench::Timing &stock)
{
    bench::report(u"archive.get600"_s,
                  {{u"server"_s, way.name},
                   {u"associations"_s, way.associations},
                   {u"getscuMs"_s, bench::number(medianMs(stock))},
                   {u"oursMs"_s, bench::number(medianMs(way.ours))},
                   {u"firstImageMs"_s, bench::number(medianMs(way.first))},
                   {u"timesFaster"_s, bench::number(stock.median() / way.ours.median())}});
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    qunsetenv("TCP_NODELAY");
    const QTemporaryDir folder;
    const auto files = writtenSeries(folder.path());
    test::Orthanc shipped;
    test::Orthanc eager;
    if (!shipped.start() || shipped.upload(files) != kSlices)
        give("needs Orthanc");
    if (!eager.start({}, {u"TCP_NODELAY=1"_s}) || eager.upload(files) != kSlices)
        give("needs Orthanc");
    const QString asShipped = u"as shipped"_s;
    const QString noDelay = u"TCP_NODELAY=1"_s;
    std::array ways{Way{.name = asShipped, .server = &shipped, .associations = 1, .ours = {}, .first = {}},
                    Way{.name = asShipped, .server = &shipped, .associations = 4, .ours = {}, .first = {}},
                    Way{.name = noDelay, .server = &eager, .associations = 1, .ours = {}, .first = {}},
                    Way{.name = noDelay, .server = &eager, .associations = 4, .ours = {}, .first = {}}};
    bench::Timing stock;
    for (int round = 0; round < kRounds; ++round) {
        addStock(stock, shipped);
        for (auto &way : ways)
            addOurs(way.ours, way.first, *way.server, way.associations);
    }
    for (const auto &way : ways)
        tell(way, stock);
    return 0;
}
