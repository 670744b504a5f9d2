#include "cli/command_table.h"
#include "core/task_of.h"
#include "core/try.h"
#include "integration/dicom/confidentiality/deidentify.h"
#include "integration/dicom/exporting/export_run.h"
#include "integration/dicom/exporting/other_objects.h"
#include "integration/dicom/folder_listing.h"
#include "integration/dicom/worker/decoder_pool.h"
#include "sdk/desk.h"

#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

/// "0,0,512,40"
Result<workflow::PictureArea> areaOf(const QString &text)
{
    const auto parts = text.split(u',');
    std::array<int, 4> numbers{};
    bool isNumber = parts.size() == qsizetype(numbers.size());
    for (std::size_t i = 0; isNumber && i < numbers.size(); ++i)
        numbers[i] = parts[qsizetype(i)].toInt(&isNumber);
    if (!isNumber)
        return Error{ErrorKind::Invalid, u"cli.option"_s, u"--blank "_s + text};
    return workflow::PictureArea{numbers[0], numbers[1], numbers[2], numbers[3]};
}

Result<workflow::ImageExportOrder> orderOf(const Invocation &invocation, bool isAnonymised)
{
    workflow::ImageExportOrder order{.series = {},
                                     .folder = invocation.path(invocation.arguments[1]),
                                     .isAnonymised = isAnonymised,
                                     .subject = invocation.subject,
                                     .keepsIntervals = invocation.isKeepingIntervals,
                                     .takesDocuments = invocation.isTakingDocuments};
    for (const auto &text : invocation.blanked) {
        TRY(const auto area, areaOf(text));
        order.blanked.push_back(area);
    }
    return order;
}

/// An export, and what the place had beside it.
struct Exported
{
    workflow::ImageExport result;
    dicom::SkippedByReason skipped = {}; ///< as FolderListing
    QStringList missing = {};            ///< as FolderListing

    /// Nothing of the place that is an object is absent from the folder.
    bool isWhole() const
    {
        // Objects without pixels go along by themselves.
        static const QStringList kNoLoss{u"imaging.not-dicom"_s, u"imaging.no-pixels"_s,
                                         u"imaging.duplicate-instance"_s, u"imaging.folder-loop"_s};
        return result.isWhole() && missing.isEmpty()
            && std::ranges::all_of(skipped.keys(),
                                   [](const QString &reason) { return kNoLoss.contains(reason); });
    }
};

/// One file to one file, without a directory.
Result<workflow::ImageExport> exportedFile(const QString &from,
                                           const workflow::ImageExportOrder &order,
                                           dicom::DecoderPool &decoders)
{
    dicom::Deidentification wish{.substitutes = dicom::Substitutes::forOneExport(order.subject),
                                 .keepsIntervals = order.keepsIntervals,
                                 .blanked = {},
                                 .takesDocuments = order.takesDocuments};
    for (const auto &area : order.blanked)
        wish.blanked.push_back({area.left, area.top, area.width, area.height});
    const dicom::FileStamp stamp(from);
    const auto header = decoders.header(from); // an error: it is no image, and has no frames
    TRY(const auto made, decoders.deidentified(from, wish, header ? header->instance.frames : 1));
    TRY_VOID(dicom::writeCopy(from, stamp, made.copy, order.folder, false));
    workflow::ImageExport result;
    result.count = {.done = 1, .failed = 0, .total = 1};
    for (const auto &notice : made.object.notices)
        ++result.notices[notice.code];
    return result;
}

Result<Exported> exported(const Invocation &invocation, bool isAnonymised)
{
    TRY(auto order, orderOf(invocation, isAnonymised));
    const auto from = invocation.path(invocation.arguments[0]);
    dicom::DecoderPool decoders({.program = dicom::decoderBesideProgram()});
    if (isAnonymised && QFileInfo(from).isFile() && !QFileInfo(order.folder).isDir()) {
        TRY(auto result, exportedFile(from, order, decoders));
        return Exported{.result = std::move(result)};
    }
    TRY(order.objects, dicom::otherObjects(from, {}, decoders));
    auto listing = dicom::listFolder(
        from, {}, {},
        {.index = nullptr,
         .parse = [&decoders](const QString &path) { return decoders.header(path); },
         .fileIds = [&decoders](const QString &path) { return decoders.mediumFileIds(path); }});
    if (!listing && order.objects.empty())
        return listing.error();
    if (listing)
        order.series = std::move(listing->series);
    TRY(auto result, dicom::runExport(order, {}, {}, decoders));
    if (!listing)
        return Exported{.result = std::move(result)};
    return Exported{.result = std::move(result), .skipped = listing->skipped, .missing = listing->missing};
}

Json countsOf(const QMap<QString, int> &byCode)
{
    Json counts{Json::Object{}};
    for (auto one = byCode.begin(); one != byCode.end(); ++one)
        counts.insert(one.key(), *one);
    return counts;
}

Json jsonOf(const Exported &all)
{
    const auto &result = all.result;
    Json missing{Json::Array{}};
    for (const auto &fileId : all.missing)
        missing.append(Json(fileId));
    Json failures{Json::Array{}};
    for (const auto &failure : result.failures)
        failures.append(Json(Json::Object{{u"sopInstanceUid"_s, failure.sopInstanceUid},
                                          {u"code"_s, failure.error.code},
                                          {u"text"_s, sdk::errorText(failure.error)}}));
    return Json(Json::Object{{u"ok"_s, all.isWhole()},
                             {u"files"_s, result.count.done},
                             {u"total"_s, result.count.total.value_or(0)},
                             {u"failures"_s, failures},
                             {u"notices"_s, countsOf(result.notices)},
                             {u"leftOut"_s, countsOf(result.leftOut)},
                             {u"skipped"_s, countsOf(all.skipped)},
                             {u"missing"_s, missing}});
}

Task<int> run(Call call, bool isAnonymised)
{
    const auto invocation = call.invocation;
    auto exporting =
        taskOf(QtConcurrent::run([invocation, isAnonymised] { return exported(invocation, isAnonymised); }));
    const auto all = co_await exporting;
    if (!all)
        co_return call.fail(all.error());
    call.print(jsonOf(*all));
    const auto *result = &all->result;
    for (auto notice = result->notices.begin(); notice != result->notices.end(); ++notice)
        call.say(sdk::errorText({ErrorKind::Invalid, notice.key(), QString::number(*notice)}));
    for (auto reason = result->leftOut.begin(); reason != result->leftOut.end(); ++reason)
        call.say(u"%1 left out: "_s.arg(*reason) + sdk::errorText({ErrorKind::Invalid, reason.key(), {}}));
    for (const auto &failure : result->failures)
        call.say(failure.sopInstanceUid + u": "_s + sdk::errorText(failure.error));
    for (const auto &fileId : all->missing)
        call.say(u"Not on the medium: "_s + fileId);
    co_return all->isWhole() ? Good : Refused;
}

Task<int> anonymise(Call call)
{
    return run(std::move(call), true);
}

Task<int> copy(Call call)
{
    return run(std::move(call), false);
}

} // namespace

Commands dicomExportCommands()
{
    return {
        {u"dicom anonymise"_s, u"IN OUT"_s,
         u"Copies of images and reports that do not say whose they are, by PS3.15 (--subject, --keep-intervals, --blank, --documents)."_s,
         anonymise, 2, Reach::NoStore},
        {u"dicom copy"_s, u"IN OUT"_s,
         u"Copies the images and objects of a place into a folder with a DICOMDIR."_s, copy, 2,
         Reach::NoStore}};
}

} // namespace simiao::cli
