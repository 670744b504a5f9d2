#include "integration/dicomweb/dicomweb_archive.h"

#include "core/try.h"
#include "integration/dicom/pool_task.h"
#include "integration/dicomweb/archive_probe.h"
#include "integration/dicomweb/image_retrieval.h"
#include "integration/dicomweb/image_sending.h"
#include "integration/dicomweb/search_query.h"
#include "integration/dicomweb/study_answers.h"

namespace simiao::dicomweb {

using workflow::ArchivedStudy;
using workflow::StudyList;
using workflow::StudyQuery;

namespace {

constexpr int kMostAtOnce = 6;

/// Asked to stop as soon as one of two is.
class EitherStop
{
public:
    EitherStop(std::stop_token one, std::stop_token other)
        : m_one(std::move(one), Request{&m_source})
        , m_other(std::move(other), Request{&m_source})
    {
    }
    std::stop_token token() const { return m_source.get_token(); }

private:
    struct Request
    {
        std::stop_source *source;
        void operator()() const { source->request_stop(); }
    };

    std::stop_source m_source;
    std::stop_callback<Request> m_one;
    std::stop_callback<Request> m_other;
};

Result<Readable<std::vector<ArchivedStudy>>> studiesOf(StudiesService &service,
                                                       const QUrlQuery &parameters,
                                                       const std::stop_token &stop)
{
    TRY(const auto answer, service.search(QStringLiteral("/studies"), parameters, stop));
    return readStudies(answer);
}

StudyList listed(std::vector<ArchivedStudy> studies, std::size_t most, bool isPartial)
{
    StudyList list;
    list.isPartial = isPartial || studies.size() >= most;
    if (studies.size() > most) // an archive that does not know the word
        studies.resize(most);
    list.studies = std::move(studies);
    return list;
}

Result<StudyList> findIn(StudiesService &service, const StudyQuery &query, const std::stop_token &stop)
{
    const auto most = static_cast<std::size_t>(std::max(query.limit, 1));
    TRY(auto found, studiesOf(service, studyParameters(query), stop));
    auto studies = std::move(found.rows);
    const bool isPartial = studies.size() >= most || found.left > 0;
    std::erase_if(studies, [&query](const auto &study) { return !isNameOf(study, query); });
    if (!studies.empty() || !hasSigns(query))
        return listed(std::move(studies), most, isPartial);
    TRY(const bool isUnderstood, service.readsEscapes(stop));
    if (isUnderstood)
        return listed({}, most, isPartial);
    const auto parameters = bareStudyParameters(query);
    TRY(auto all, studiesOf(service, parameters, stop));
    auto studiesOfAll = std::move(all.rows);
    const bool isCut = all.left > 0
        || std::ssize(studiesOfAll) >= parameters.queryItemValue(QStringLiteral("limit")).toInt();
    std::erase_if(studiesOfAll, [&query](const auto &study) { return !isMeant(study, query); });
    return listed(std::move(studiesOfAll), most, isCut);
}

} // namespace

Result<std::shared_ptr<DicomWebArchive>> DicomWebArchive::create(const ServerSettings &settings)
{
    TRY(auto service, StudiesService::create(settings));
    return std::shared_ptr<DicomWebArchive>(new DicomWebArchive(settings.name, std::move(service)));
}

DicomWebArchive::DicomWebArchive(QString name, std::shared_ptr<StudiesService> service)
    : m_name(std::move(name))
    , m_service(std::move(service))
{
    m_pool.setMaxThreadCount(kMostAtOnce);
}

DicomWebArchive::~DicomWebArchive()
{
    m_ending.request_stop();
    m_pool.waitForDone();
}

Task<Result<workflow::ArchiveProof>> DicomWebArchive::probe(std::stop_token stop)
{
    return dicom::onPool(&m_pool, [service = m_service, stop, ending = m_ending.get_token()] {
        const EitherStop either(stop, ending);
        return probeArchive(*service, either.token());
    });
}

Task<Result<StudyList>> DicomWebArchive::findStudies(StudyQuery query, std::stop_token stop)
{
    return dicom::onPool(&m_pool, [service = m_service, query, stop, ending = m_ending.get_token()] {
        const EitherStop either(stop, ending);
        return findIn(*service, query, either.token());
    });
}

Task<Result<std::vector<workflow::ArchivedSeries>>> DicomWebArchive::findSeries(QString studyInstanceUid,
                                                                                std::stop_token stop)
{
    return dicom::onPool(&m_pool,
                         [service = m_service, studyInstanceUid, stop,
                          ending = m_ending.get_token()]() -> Result<std::vector<workflow::ArchivedSeries>> {
                             const EitherStop either(stop, ending);
                             if (!isUsableUid(studyInstanceUid))
                                 return Error{ErrorKind::Invalid, QStringLiteral("archive.question"),
                                              QStringLiteral("StudyInstanceUID")};
                             const QString path =
                                 Resource{studyInstanceUid}.path() + QStringLiteral("/series");
                             TRY(const auto answer, service->search(path, {}, either.token()));
                             return readSeries(studyInstanceUid, answer).rows;
                         });
}

Task<Result<workflow::ImageTransfer>> DicomWebArchive::retrieve(workflow::Retrieval what,
                                                                std::shared_ptr<workflow::ObjectSink> sink,
                                                                workflow::TransferProgress progress,
                                                                std::stop_token stop)
{
    return dicom::onPool(&m_pool,
                         [service = m_service, what, sink, progress, stop, ending = m_ending.get_token()] {
                             const EitherStop either(stop, ending);
                             return ImageRetrieval(service, what, sink, progress, either.token()).run();
                         });
}

Task<Result<workflow::ImageTransfer>> DicomWebArchive::send(QStringList files,
                                                            workflow::TransferProgress progress,
                                                            std::stop_token stop)
{
    return sendNoting(std::move(files), {}, std::move(progress), std::move(stop));
}

Task<Result<workflow::ImageTransfer>> DicomWebArchive::sendNoting(QStringList files,
                                                                  workflow::FileSent sent,
                                                                  workflow::TransferProgress progress,
                                                                  std::stop_token stop)
{
    return dicom::onPool(&m_pool,
                         [service = m_service, files, sent, progress, stop, ending = m_ending.get_token()] {
                             const EitherStop either(stop, ending);
                             return ImageSending(service, files, sent, progress, either.token()).run();
                         });
}

} // namespace simiao::dicomweb
