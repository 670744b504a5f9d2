#pragma once

#include "integration/dicomweb/json_dataset.h"
#include "integration/dicomweb/part_sink.h"
#include "integration/dicomweb/resource.h"
#include "integration/dicomweb/server_settings.h"
#include "integration/http/client.h"
#include "workflow/ports/image_archive.h"

#include <QFuture>
#include <QUrlQuery>

#include <atomic>

namespace simiao::dicomweb {

/// A bulk answer under way: its parts go to a PartReceiver.
struct PartsUnderWay
{
    QFuture<Result<http::Response>> answer;
    std::shared_ptr<PartSink> sink;
    QUrl server;
    bool isPlain = false; ///< the question was put in its simplest form
    /// After wait(): the archive asks to be left alone for so long, `archive.busy`.
    std::optional<std::chrono::seconds> wantedPause = {};
    /// After wait(): it could not make sense of the question, or cannot send what was wanted (400, 406, 415).
    bool isNotUnderstood = false;

    /// Waits for the end. What came before an error is with the receiver.
    Result<void> wait();
};

/// One answer to a search.
struct SearchPage
{
    std::vector<JsonDataset> rows;
    bool isCut = false; ///< the archive says that there are more (Warning 299, PS3.18 8.3.4.4)
};

/// The Studies Service of a server (PS3.18 10): search, retrieve, store. Errors are those of the port.
/// A server that asks to be left alone for a while (429, 503) is asked again after that, at most twice.
/// \thread  any but the GUI's: all calls wait
class StudiesService
{
public:
    static Result<std::shared_ptr<StudiesService>> create(const ServerSettings &settings);

    /// \param path  "/studies", "/studies/1.2/series" …
    Result<std::vector<JsonDataset>> search(const QString &path,
                                            const QUrlQuery &parameters,
                                            std::stop_token stop);
    /// As above, with what the archive says of rows that it left out.
    Result<SearchPage> searchPage(const QString &path, const QUrlQuery &parameters, std::stop_token stop);
    /// All attributes but bulk data.
    Result<std::vector<JsonDataset>> metadata(const Resource &resource, std::stop_token stop);
    /// As the server would show it, in PNG.
    Result<QByteArray> rendered(const Resource &resource, std::stop_token stop);
    /// Pixel data of frames of an instance, numbered from 1, as they are stored.
    Result<std::vector<QByteArray>> frames(const Resource &instance,
                                           const QList<int> &numbers,
                                           std::stop_token stop);

    /// Begins to bring all objects of a resource, as they are stored.
    PartsUnderWay retrieve(const Resource &resource,
                           std::shared_ptr<PartReceiver> receiver,
                           std::stop_token stop);
    /// A receiver that was not ready may be now.
    void wake() { m_client->wake(); }
    /// Whether to ask again: after the pause that a busy archive wants; or at once and in the simplest form, which all later
    /// questions have then, where it did not understand.
    bool isWorthAnother(int attempt, const PartsUnderWay &parts, std::stop_token stop);

    /// Whether the archive undoes the encoding of signs in an address (RFC 3986 2.1): some do not, and find nobody whose name or
    /// number has any. Found out once.
    Result<bool> readsEscapes(std::stop_token stop);

    /// \returns the answer of any status
    Result<http::Response> store(std::shared_ptr<http::RequestBody> body,
                                 const QByteArray &contentType,
                                 std::stop_token stop);

    /// One plain question, for the test button. \returns the answer of any status
    Result<http::Response> ask(const QString &path, const QUrlQuery &parameters, std::stop_token stop);

    QUrl urlOf(const QString &path, const QUrlQuery &parameters = {}) const;

private:
    StudiesService(ServerSettings settings, std::unique_ptr<http::Client> client);

    http::Request request(const QString &path, const QByteArray &accept) const;
    Result<http::Response> patiently(const http::Request &request, std::stop_token stop);
    Result<std::vector<JsonDataset>> datasets(http::Request request, std::stop_token stop);

    enum class Escapes { Unknown, Read, NotRead };

    ServerSettings m_settings;
    std::unique_ptr<http::Client> m_client;
    std::atomic<bool> m_isPlain = false; ///< objects are asked for without a word about their transfer syntax
    std::atomic<Escapes> m_escapes = Escapes::Unknown;
};

} // namespace simiao::dicomweb
