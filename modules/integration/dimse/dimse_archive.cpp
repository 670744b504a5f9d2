#include "integration/dimse/dimse_archive.h"

#include "integration/dimse/commitment.h"
#include "integration/dimse/echo.h"
#include "integration/dimse/find.h"
#include "integration/dimse/retrieve.h"
#include "integration/dimse/store.h"

#include <utility>

namespace simiao::dimse {

DimseArchive::DimseArchive(Destination peer, ListeningPlace place)
    : m_peer(std::move(peer))
    , m_place(std::move(place))
{
}

Task<Result<workflow::ArchiveProof>> DimseArchive::probe(std::stop_token stop)
{
    return m_conversations.begin(
        std::move(stop), [peer = m_peer](const std::stop_token &either) { return echo(peer, either); });
}

Task<Result<workflow::StudyList>> DimseArchive::findStudies(workflow::StudyQuery query, std::stop_token stop)
{
    return m_conversations.begin(std::move(stop),
                                 [peer = m_peer, query = std::move(query)](const std::stop_token &either) {
                                     return dimse::findStudies(peer, query, either);
                                 });
}

Task<Result<std::vector<workflow::ArchivedSeries>>> DimseArchive::findSeries(QString studyInstanceUid,
                                                                             std::stop_token stop)
{
    return m_conversations.begin(
        std::move(stop), [peer = m_peer, uid = std::move(studyInstanceUid)](const std::stop_token &either) {
            return dimse::findSeries(peer, uid, either);
        });
}

Task<Result<workflow::ImageTransfer>> DimseArchive::retrieve(workflow::Retrieval what,
                                                             std::shared_ptr<workflow::ObjectSink> sink,
                                                             workflow::TransferProgress progress,
                                                             std::stop_token stop)
{
    return m_conversations.begin(std::move(stop),
                                 [peer = m_peer, place = m_place, what = std::move(what),
                                  sink = std::move(sink),
                                  progress = std::move(progress)](const std::stop_token &either) {
                                     return dimse::retrieve(peer, place, what, sink, progress, either);
                                 });
}

Task<Result<workflow::ImageTransfer>> DimseArchive::send(QStringList files,
                                                         workflow::TransferProgress progress,
                                                         std::stop_token stop)
{
    return sendNoting(std::move(files), {}, std::move(progress), std::move(stop));
}

Task<Result<workflow::ImageTransfer>> DimseArchive::sendNoting(QStringList files,
                                                               workflow::FileSent sent,
                                                               workflow::TransferProgress progress,
                                                               std::stop_token stop)
{
    return m_conversations.begin(std::move(stop),
                                 [peer = m_peer, files = std::move(files), sent = std::move(sent),
                                  progress = std::move(progress)](const std::stop_token &either) {
                                     return store(peer, files, progress, either, sent);
                                 });
}

Task<Result<workflow::StorageConfirmation>> DimseArchive::confirm(QStringList files, std::stop_token stop)
{
    return m_conversations.begin(
        std::move(stop),
        [peer = m_peer, place = m_place, files = std::move(files)](const std::stop_token &either) {
            return dimse::confirm(peer, place.address.isEmpty() ? std::nullopt : std::optional(place), files,
                                  either);
        });
}

} // namespace simiao::dimse
