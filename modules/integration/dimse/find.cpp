#include "integration/dimse/find.h"

#include "core/try.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dimse/services.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

/// Also said by archives that end a list at a limit of their own.
constexpr quint16 kCancelled = 0xFE00;
constexpr quint16 kOutOfResources = 0xA700;

/// Answers that are on their way when the end is asked for.
constexpr int kMostUnwanted = 10'000;

Error misread(const QString &detail)
{
    return {.kind = ErrorKind::Invalid, .code = u"archive.answer"_s, .detail = detail};
}

Result<void> cancel(Association &association, const AcceptedContext &context, quint16 id)
{
    return association.send(context, {.field = CommandField::CCancelRq, .messageId = id});
}

Result<std::unique_ptr<DcmDataset>> parsed(const Message &message)
{
    auto dataset = dicom::parseDataset(message.data, message.context.transferSyntax);
    if (!dataset)
        return misread(u"identifier: %1"_s.arg(dataset.error().detail));
    return dataset;
}

/// The key that tells two lists apart that an archive gives in any order.
auto orderOf(const workflow::ArchivedSeries &series)
{
    return std::tuple(series.seriesNumber, series.seriesInstanceUid);
}

struct SeriesList
{
    std::vector<workflow::ArchivedSeries> series;
    bool isPartial = false; ///< there are more, or one that cannot be read
};

/// The list is at its end, and the next question can be put.
Result<void> mustHaveEnded(Ending ending)
{
    if (ending == Ending::Endless)
        return misread(u"C-FIND: answers without end after C-CANCEL"_s);
    return ok();
}

Result<SeriesList> seriesOver(Association &association, const QString &studyInstanceUid)
{
    SeriesList list;
    const auto question = seriesQuestion(studyInstanceUid);
    const auto take = [&](DcmDataset &answer) -> Result<bool> {
        auto series = seriesOf(answer);
        // Some leave out the keys that they were given.
        if (series.studyInstanceUid.isEmpty())
            series.studyInstanceUid = studyInstanceUid;
        const bool isReadable =
            !series.seriesInstanceUid.isEmpty() && series.studyInstanceUid == studyInstanceUid;
        list.isPartial = list.isPartial || !isReadable;
        if (isReadable)
            list.series.push_back(std::move(series));
        return list.series.size() < kMostAnswers;
    };
    TRY(const auto ending, find(association, kStudyRootFind, *question, take));
    TRY_VOID(mustHaveEnded(ending));
    list.isPartial = list.isPartial || ending == Ending::Cut;
    std::ranges::sort(list.series, {}, orderOf);
    return list;
}

/// \returns whether the archive named all
Result<bool> imagesOver(Association &association, const workflow::ArchivedSeries &series, ImageList &all)
{
    std::vector<ArchivedImage> list;
    bool isPartial = false;
    const auto question = imageQuestion(series.studyInstanceUid, series.seriesInstanceUid);
    const auto take = [&](DcmDataset &answer) -> Result<bool> {
        auto image = imageOf(answer);
        image.seriesInstanceUid = series.seriesInstanceUid;
        image.modality = series.modality;
        isPartial = isPartial || image.sopInstanceUid.isEmpty();
        if (!image.sopInstanceUid.isEmpty())
            list.push_back(std::move(image));
        return list.size() < kMostAnswers;
    };
    TRY(const auto ending, find(association, kStudyRootFind, *question, take));
    TRY_VOID(mustHaveEnded(ending));
    std::ranges::sort(list, {}, [](const ArchivedImage &image) {
        return std::tuple(image.instanceNumber, image.sopInstanceUid);
    });
    all.images.insert(all.images.end(), list.begin(), list.end());
    return !isPartial && ending == Ending::Whole
        && std::cmp_greater_equal(list.size(), series.instances.value_or(0));
}

/// The series that is wanted, where the archive does not list it.
void keepWanted(SeriesList &list, const workflow::Retrieval &what)
{
    if (what.seriesInstanceUid.isEmpty())
        return;
    std::erase_if(list.series, [&what](const workflow::ArchivedSeries &series) {
        return series.seriesInstanceUid != what.seriesInstanceUid;
    });
    list.isPartial = false;
    if (list.series.empty()) {
        workflow::ArchivedSeries series;
        series.studyInstanceUid = what.studyInstanceUid;
        series.seriesInstanceUid = what.seriesInstanceUid;
        list.series.push_back(std::move(series));
    }
}

/// All that is named, and what must be asked for whole.
Result<ImageList> allOver(Association &association, const SeriesList &list)
{
    ImageList images;
    int stated = 0;
    for (const auto &series : list.series) {
        TRY(const bool isAll, imagesOver(association, series, images));
        stated += series.instances.value_or(0);
        if (!isAll)
            images.wholes.push_back(
                {.seriesInstanceUid = series.seriesInstanceUid, .modality = series.modality});
    }
    images.stated = stated;
    return images;
}

/// The archive's count of a study.
Result<std::optional<int>> instancesOf(Association &association, const QString &studyInstanceUid)
{
    TRY(const auto encoding, QueryEncoding::create(u"ISO_IR 192"_s));
    workflow::StudyQuery query;
    query.studyInstanceUid = studyInstanceUid;
    TRY(const auto question, studyQuestion(query, encoding));
    std::optional<int> instances;
    const auto take = [&](DcmDataset &answer) -> Result<bool> {
        instances = studyOf(answer).instances;
        return true;
    };
    TRY(const auto ending, find(association, kStudyRootFind, *question, take));
    TRY_VOID(mustHaveEnded(ending));
    return instances;
}

Result<std::unique_ptr<Association>> opened(const Destination &peer, std::stop_token stop)
{
    TRY(auto association, Association::request(peer, {proposed(kStudyRootFind)}, std::move(stop)));
    TRY_VOID(association->needed(kStudyRootFind));
    return association;
}

} // namespace

Result<Ending> find(Association &association,
                    QLatin1StringView service,
                    DcmDataset &question,
                    const Answer &each)
{
    TRY(const auto context, association.needed(service));
    const auto id = association.nextMessageId();
    const Command request{.field = CommandField::CFindRq,
                          .messageId = id,
                          .sopClass = service,
                          .hasDataSet = true,
                          .priority = 0};
    TRY_VOID(association.send(context, request, bytesOf(question, context.transferSyntax)));
    bool isEnough = false;
    bool hasAny = false;
    int unwanted = 0;
    while (true) {
        TRY(const auto message, association.receiveAnswer());
        TRY_VOID(checkAnswers(message.command, CommandField::CFindRsp, id));
        if (!message.command.isPending()) {
            const auto status = *message.command.status;
            if (isEnough || status == kCancelled || (hasAny && status == kOutOfResources))
                return Ending::Cut;
            if (status == 0)
                return Ending::Whole;
            return misread(u"C-FIND: %1"_s.arg(statusText(message.command)));
        }
        if (isEnough && ++unwanted > kMostUnwanted)
            return Ending::Endless;
        if (isEnough)
            continue;
        hasAny = true;
        TRY(const auto answer, parsed(message));
        TRY(const bool isMoreWanted, each(*answer));
        isEnough = !isMoreWanted;
        if (isEnough) {
            TRY_VOID(cancel(association, context, id));
        }
    }
}

Result<workflow::StudyList> findStudies(const Destination &peer,
                                        const workflow::StudyQuery &query,
                                        std::stop_token stop)
{
    TRY(const auto encoding, QueryEncoding::create(peer.characterSet));
    TRY(const auto question, studyQuestion(query, encoding));
    TRY(const auto association, opened(peer, std::move(stop)));
    workflow::StudyList list;
    std::size_t answers = 0;
    const auto take = [&](DcmDataset &answer) -> Result<bool> {
        const bool isEnough = qsizetype(list.studies.size()) >= query.limit || ++answers > kMostAnswers;
        auto study = studyOf(answer);
        if (!isEnough && isNameOf(study.patientName, query.patientName))
            list.studies.push_back(std::move(study));
        return !isEnough;
    };
    TRY(const auto ending, find(*association, kStudyRootFind, *question, take));
    list.isPartial = ending != Ending::Whole;
    if (ending != Ending::Endless)
        association->release();
    return list;
}

Result<std::vector<workflow::ArchivedSeries>> findSeries(const Destination &peer,
                                                         const QString &studyInstanceUid,
                                                         std::stop_token stop)
{
    TRY(const auto association, opened(peer, std::move(stop)));
    TRY(auto list, seriesOver(*association, studyInstanceUid));
    association->release();
    return std::move(list.series);
}

Result<ImageList> findImages(const Destination &peer, const workflow::Retrieval &what, std::stop_token stop)
{
    TRY(const auto association, opened(peer, std::move(stop)));
    TRY(auto list, seriesOver(*association, what.studyInstanceUid));
    keepWanted(list, what);
    TRY(auto images, allOver(*association, list));
    if (list.isPartial) {
        images.wholes = {ArchivedImage{}};
        TRY(const auto instances, instancesOf(*association, what.studyInstanceUid));
        images.stated = std::max(*images.stated, instances.value_or(0));
    }
    association->release();
    if (what.sopInstanceUids.isEmpty()) {
        if (!images.isEmpty())
            images.stated = std::max(*images.stated, what.instances.value_or(0));
        return images;
    }
    images.wholes.clear();
    images.stated.reset();
    std::erase_if(images.images, [&](const ArchivedImage &image) {
        return !what.sopInstanceUids.contains(image.sopInstanceUid);
    });
    return images;
}

} // namespace simiao::dimse
