#include "integration/dicomweb/studies_service.h"

#include "core/try.h"
#include "integration/dicomweb/archive_error.h"
#include "integration/http/status_error.h"

#include <algorithm>
#include <condition_variable>
#include <limits>
#include <mutex>

namespace simiao::dicomweb {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kMostAttempts = 3;
constexpr int kPatiencesOfAnAnswer = 5;
constexpr auto kLongestPause = 10s;
constexpr qint64 kMostOfPicture = qint64{256} << 20;
constexpr QByteArrayView kJson = "application/dicom+json";
/// Stored as they are: the codecs are here, and a server that unpacks makes them five times as long.
constexpr QByteArrayView kObjects = "multipart/related; type=\"application/dicom\"; transfer-syntax=*";
constexpr QByteArrayView kPlainObjects = "multipart/related; type=\"application/dicom\"";
constexpr QByteArrayView kFrames = "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*";

Result<void> acceptedByArchive(const http::Response &answer, const QUrl &url)
{
    auto meaning = http::accepted(answer, url);
    if (meaning)
        return meaning;
    return archiveError(std::move(meaning).error());
}

Result<http::Response> translated(Result<http::Response> answer)
{
    if (answer)
        return answer;
    return archiveError(std::move(answer).error());
}

/// How long a busy server wants to be left alone.
std::optional<std::chrono::seconds> wantedPause(const Result<http::Response> &answer)
{
    if (!answer || (answer->status != 429 && answer->status != 503))
        return {};
    return http::retryAfter(*answer).value_or(1s);
}

/// Warning 299 has two meanings: that there are more rows, and that fuzzy matching was not done (PS3.18 8.3.4.4).
bool saysMore(const http::Response &answer)
{
    return std::ranges::any_of(answer.headers, [](const http::Header &header) {
        return header.name.compare("Warning", Qt::CaseInsensitive) == 0
            && header.value.trimmed().startsWith("299") && !header.value.toLower().contains("fuzzymatching");
    });
}

/// \returns false when it was stopped
bool pause(std::chrono::seconds duration, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any nobody;
    std::unique_lock lock(mutex);
    nobody.wait_for(lock, stop, duration, [] { return false; });
    return !stop.stop_requested();
}

/// Keeps the bodies of all parts.
class Bodies : public PartReceiver
{
public:
    Result<void> receive(Part part) override
    {
        m_bodies.push_back(std::move(part.body));
        return ok();
    }
    std::vector<QByteArray> take() { return std::move(m_bodies); }

private:
    std::vector<QByteArray> m_bodies;
};

/// \returns false where it is not worth it, and when it was stopped
bool isPausedFor(std::optional<std::chrono::seconds> wanted, int attempt, const std::stop_token &stop)
{
    return wanted && attempt < kMostAttempts && *wanted <= kLongestPause && pause(*wanted, stop);
}

} // namespace

Result<void> PartsUnderWay::wait()
{
    answer.waitForFinished();
    const auto result = translated(answer.result());
    wantedPause = dicomweb::wantedPause(result);
    isNotUnderstood = result && (result->status == 400 || result->status == 406 || result->status == 415);
    TRY(const auto head, result);
    TRY_VOID(acceptedByArchive(head, server));
    return sink->end();
}

Result<std::shared_ptr<StudiesService>> StudiesService::create(const ServerSettings &settings)
{
    TRY(auto client, http::Client::create(settings.http));
    return std::shared_ptr<StudiesService>(new StudiesService(settings, std::move(client)));
}

StudiesService::StudiesService(ServerSettings settings, std::unique_ptr<http::Client> client)
    : m_settings(std::move(settings))
    , m_client(std::move(client))
{
}

QUrl StudiesService::urlOf(const QString &path, const QUrlQuery &parameters) const
{
    QUrl url = m_settings.http.server;
    QString root = url.path();
    while (root.endsWith(u'/'))
        root.chop(1);
    url.setPath(root + path);
    url.setQuery(parameters);
    return url;
}

http::Request StudiesService::request(const QString &path, const QByteArray &accept) const
{
    return {
        .url = urlOf(path), .headers = {{"Accept", accept}}, .deadlines = {.silence = m_settings.patience}};
}

Result<http::Response> StudiesService::patiently(const http::Request &request, std::stop_token stop)
{
    for (int attempt = 1;; ++attempt) {
        auto answering = m_client->start(request, stop);
        answering.waitForFinished();
        auto answer = answering.result();
        if (!isPausedFor(wantedPause(answer), attempt, stop))
            return translated(std::move(answer));
    }
}

bool StudiesService::isWorthAnother(int attempt, const PartsUnderWay &parts, std::stop_token stop)
{
    if (parts.isNotUnderstood && !parts.isPlain) {
        m_isPlain = true;
        return true;
    }
    return isPausedFor(parts.wantedPause, attempt, stop);
}

Result<bool> StudiesService::readsEscapes(std::stop_token stop)
{
    if (m_escapes == Escapes::Unknown) {
        const QUrlQuery limit{{u"limit"_s, u"1"_s}};
        auto encoded = limit;
        encoded.addQueryItem(u"PatientID"_s, u"%2A"_s); // *
        auto bare = limit;
        bare.addQueryItem(u"PatientID"_s, u"*"_s);
        TRY(const auto found, search(u"/studies"_s, encoded, stop));
        TRY(const auto there, search(u"/studies"_s, bare, stop));
        if (there.empty()) // nothing to be found either way
            return true;
        m_escapes = found.empty() ? Escapes::NotRead : Escapes::Read;
    }
    return m_escapes == Escapes::Read;
}

Result<http::Response> StudiesService::ask(const QString &path,
                                           const QUrlQuery &parameters,
                                           std::stop_token stop)
{
    auto asking = request(path, kJson.toByteArray());
    asking.url = urlOf(path, parameters);
    asking.mayBePacked = true;
    asking.deadlines.whole = m_settings.patience * kPatiencesOfAnAnswer; // a drip is no silence
    return patiently(asking, stop);
}

Result<std::vector<JsonDataset>> StudiesService::search(const QString &path,
                                                        const QUrlQuery &parameters,
                                                        std::stop_token stop)
{
    TRY(auto page, searchPage(path, parameters, std::move(stop)));
    return std::move(page.rows);
}

Result<SearchPage> StudiesService::searchPage(const QString &path,
                                              const QUrlQuery &parameters,
                                              std::stop_token stop)
{
    TRY(const auto answer, ask(path, parameters, std::move(stop)));
    TRY_VOID(acceptedByArchive(answer, m_settings.http.server));
    TRY(auto rows, readDatasets(answer.body));
    return SearchPage{std::move(rows), saysMore(answer)};
}

Result<std::vector<JsonDataset>> StudiesService::metadata(const Resource &resource, std::stop_token stop)
{
    return search(resource.path() + u"/metadata"_s, {}, stop);
}

Result<QByteArray> StudiesService::rendered(const Resource &resource, std::stop_token stop)
{
    auto asking = request(resource.path() + u"/rendered"_s, "image/png");
    asking.mostBytes = kMostOfPicture;
    TRY(const auto answer, patiently(asking, stop));
    TRY_VOID(acceptedByArchive(answer, m_settings.http.server));
    if (!http::valueOf(answer.headers, "Content-Type").startsWith("image/"))
        return Error{ErrorKind::Invalid, u"archive.answer"_s, u"Content-Type"_s};
    return QByteArray(answer.body);
}

Result<std::vector<QByteArray>> StudiesService::frames(const Resource &instance,
                                                       const QList<int> &numbers,
                                                       std::stop_token stop)
{
    QStringList list;
    for (const int number : numbers)
        list.append(QString::number(number));
    const auto bodies = std::make_shared<Bodies>();
    const auto sink = std::make_shared<PartSink>(bodies);
    auto asking = request(instance.path() + u"/frames/"_s + list.join(u','), kFrames.toByteArray());
    asking.sink = sink;
    asking.mostBytes = kMostOfPicture * std::max<qsizetype>(numbers.size(), 1);
    TRY(const auto answer, patiently(asking, stop));
    TRY_VOID(acceptedByArchive(answer, m_settings.http.server));
    TRY_VOID(sink->end());
    return bodies->take();
}

PartsUnderWay StudiesService::retrieve(const Resource &resource,
                                       std::shared_ptr<PartReceiver> receiver,
                                       std::stop_token stop)
{
    const auto sink = std::make_shared<PartSink>(std::move(receiver));
    const bool isPlain = m_isPlain;
    auto asking = request(resource.path(), (isPlain ? kPlainObjects : kObjects).toByteArray());
    asking.sink = sink;
    asking.mostBytes = std::numeric_limits<qint64>::max(); // each part is bounded
    return {m_client->start(std::move(asking), std::move(stop)), sink, m_settings.http.server, isPlain};
}

Result<http::Response> StudiesService::store(std::shared_ptr<http::RequestBody> body,
                                             const QByteArray &contentType,
                                             std::stop_token stop)
{
    auto storing = request(u"/studies"_s, kJson.toByteArray());
    storing.method = http::Method::Post;
    storing.headers.push_back({"Content-Type", contentType});
    storing.body = std::move(body);
    return patiently(storing, std::move(stop));
}

} // namespace simiao::dicomweb
