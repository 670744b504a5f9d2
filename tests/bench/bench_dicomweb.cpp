#include "bench/measure.h"
#include "integration/dicomweb/dicomweb_archive.h"
#include "integration/dicomweb/studies_service.h"
#include "integration/http/client.h"
#include "support/orthanc.h"
#include "unit/dicomweb/dicom_bytes.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <random>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSlices = 600;
constexpr int kSide = 512;
constexpr int kRounds = 7;
const QString kStudy = u"1.2"_s;
const QString kSeries = u"1.2.3"_s;

/// A CT slice of noise, 16 bits.
QByteArray slice(int number)
{
    QByteArray pixels(kSide * kSide * 2, Qt::Uninitialized);
    std::mt19937 random(static_cast<unsigned>(number));
    for (qsizetype at = 0; at < pixels.size(); at += 2)
        qToLittleEndian(static_cast<quint16>(random() & 0x0FFF), pixels.data() + at);
    QByteArray head(12, '\0'); // (7FE0,0010) OW with a length of 32 bits
    qToLittleEndian(quint16{0x7FE0}, head.data());
    qToLittleEndian(quint16{0x0010}, head.data() + 2);
    head.replace(4, 2, "OW");
    qToLittleEndian(static_cast<quint32>(pixels.size()), head.data() + 8);
    const auto number16 = [](quint16 value) {
        QByteArray bytes(2, '\0');
        qToLittleEndian(value, bytes.data());
        return bytes;
    };
    return test::instanceBytes(number) + test::element(0x00280002, "US", number16(1))
        + test::element(0x00280004, "CS", "MONOCHROME2") + test::element(0x00280010, "US", number16(kSide))
        + test::element(0x00280011, "US", number16(kSide)) + test::element(0x00280100, "US", number16(16))
        + test::element(0x00280101, "US", number16(12)) + test::element(0x00280102, "US", number16(11))
        + test::element(0x00280103, "US", number16(0)) + head + pixels;
}

/// Counts and forgets, as curl's /dev/null does.
class Counter : public workflow::ObjectSink
{
public:
    bool has(const QString &) const override { return false; }
    bool isEmpty() const override { return true; }
    Result<void> take(workflow::ReceivedObject object) override
    {
        bytes += object.file.size();
        return ok();
    }
    std::atomic<qint64> bytes = 0;
};

/// When the first byte and when the first object came.
class Stopwatch : public dicomweb::PartSink
{
public:
    struct Times : public dicomweb::PartReceiver
    {
        Result<void> receive(dicomweb::Part) override
        {
            if (firstObject < 0)
                firstObject = static_cast<double>(clock.nsecsElapsed()) / 1e6;
            return ok();
        }
        QElapsedTimer clock;
        double firstByte = -1;
        double firstObject = -1;
    };

    explicit Stopwatch(std::shared_ptr<Times> times)
        : PartSink(times)
        , m_times(std::move(times))
    {
    }
    Result<void> take(QByteArrayView piece) override
    {
        if (m_times->firstByte < 0)
            m_times->firstByte = static_cast<double>(m_times->clock.nsecsElapsed()) / 1e6;
        return PartSink::take(piece);
    }

private:
    std::shared_ptr<Times> m_times;
};

double seconds(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e9;
}

QString seriesUrl(const test::Orthanc &server)
{
    return server.dicomWeb().toString() + u"/studies/"_s + kStudy + u"/series/"_s + kSeries;
}

double byCurl(const test::Orthanc &server)
{
    QElapsedTimer clock;
    clock.start();
    QProcess curl;
    curl.start(u"curl"_s,
               {u"--silent"_s, u"--fail"_s, u"--output"_s, u"/dev/null"_s, u"--header"_s,
                u"Accept: multipart/related; type=\"application/dicom\"; transfer-syntax=*"_s, u"--user"_s,
                test::Orthanc::user() + u':' + test::Orthanc::password(), seriesUrl(server)});
    curl.waitForFinished(-1);
    return curl.exitCode() == 0 ? seconds(clock) : 0;
}

double byUs(dicomweb::DicomWebArchive &archive)
{
    const auto sink = std::make_shared<Counter>();
    QElapsedTimer clock;
    clock.start();
    const auto brought = QCoro::waitFor(archive.retrieve({kStudy, kSeries, {}, {}}, sink, {}, {}));
    const bool isWhole = brought && brought->isWhole() && brought->count.done == kSlices;
    return isWhole && sink->bytes > qint64{kSlices} * kSide * kSide * 2 ? seconds(clock) : 0;
}

/// Milliseconds from the first byte of the answer to the first object.
double firstObject(const test::Orthanc &server, const http::ClientSettings &settings)
{
    const auto client = http::Client::create(settings);
    const auto times = std::make_shared<Stopwatch::Times>();
    times->clock.start();
    http::Request request{
        .url = QUrl(seriesUrl(server)),
        .headers = {{"Accept", "multipart/related; type=\"application/dicom\"; transfer-syntax=*"}},
        .sink = std::make_shared<Stopwatch>(times),
        .mostBytes = qint64{1} << 40};
    auto answering = (*client)->start(std::move(request), {});
    answering.waitForFinished();
    return times->firstObject - times->firstByte;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

int main(int count, char **arguments)
{
    const QCoreApplication application(count, arguments);
    test::Orthanc server;
    const auto web = test::Orthanc::dicomWebSettings();
    if (test::Orthanc::program().isEmpty() || web.isEmpty() || !server.start(web)) {
        qWarning("needs the packages orthanc and orthanc-dicomweb, and a free port");
        return 0;
    }
    const http::ClientSettings settings{
        .server = server.dicomWeb(),
        .credentials = http::BasicCredentials{test::Orthanc::user(), test::Orthanc::password()}};
    const auto archive = dicomweb::DicomWebArchive::create({.name = u"bench"_s, .http = settings});
    const QTemporaryDir folder;
    QStringList files;
    for (int number = 1; number <= kSlices; ++number) {
        QFile file(folder.filePath(u"%1.dcm"_s.arg(number)));
        if (!file.open(QIODevice::WriteOnly) || file.write(slice(number)) < 0)
            return 1;
        files.append(file.fileName());
    }
    QElapsedTimer clock;
    clock.start();
    const auto sent = QCoro::waitFor((*archive)->send(files, {}, {}));
    const double sending = seconds(clock);
    if (!sent || !sent->isWhole())
        return 1;

    std::vector<double> curl;
    std::vector<double> own;
    std::vector<double> ratios;
    std::vector<double> first;
    for (int round = 0; round < kRounds; ++round) {
        curl.push_back(byCurl(server));
        own.push_back(byUs(**archive));
        first.push_back(firstObject(server, settings));
        if (curl.back() <= 0 || own.back() <= 0)
            return 1;
        ratios.push_back(own.back() / curl.back());
    }
    bench::report(u"WADO-RS, 600 slices of 512 x 512, one request"_s,
                  {{u"curlSeconds"_s, bench::number(median(curl))},
                   {u"ownSeconds"_s, bench::number(median(own))},
                   {u"timesCurl"_s, bench::number(median(ratios))},
                   {u"goalTimesCurl"_s, bench::number(1.3)},
                   {u"firstByteToFirstObjectMs"_s, bench::number(median(first))},
                   {u"storeSeconds"_s, bench::number(sending)}});
    return 0;
}
