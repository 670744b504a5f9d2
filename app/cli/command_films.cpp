#include "cli/cli_session.h"
#include "cli/command_table.h"
#include "cli/partial_outcome.h"
#include "core/task_of.h"
#include "core/try.h"
#include "integration/dicom/worker/decoder_pool.h"
#include "integration/dimse/film_print.h"
#include "integration/dimse/film_printers.h"
#include "sdk/desk.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QtConcurrentRun>

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostBeside = 8;
constexpr int kMostCopies = 10;

Error misread(const QString &option, const QString &value)
{
    return {.kind = ErrorKind::Invalid, .code = u"cli.option"_s, .detail = u"--%1 %2"_s.arg(option, value)};
}

Result<dimse::FilmPrinter> printerOf(const Call &call)
{
    TRY(const auto config, bootstrap::settingsFor(call.invocation.start));
    for (const auto &fault : dimse::filmPrinters(config).faults)
        call.say(sdk::errorText(fault));
    return dimse::filmPrinterNamed(call.invocation.arguments.first(), config);
}

/// "2x3": two beside, three below each other.
Result<dimse::FilmForm> formOf(const Invocation &invocation, const dimse::FilmPrinter &printer)
{
    dimse::FilmForm form{.filmSize = printer.filmSize, .medium = printer.medium};
    if (!invocation.layout.isEmpty()) {
        const auto parts = invocation.layout.split(u'x');
        form.columns = parts.value(0).toInt();
        form.rows = parts.value(1).toInt();
        const bool isLayout = parts.size() == 2 && form.columns >= 1 && form.columns <= kMostBeside
            && form.rows >= 1 && form.rows <= kMostBeside;
        if (!isLayout)
            return misread(u"layout"_s, invocation.layout);
    }
    if (!invocation.copies.isEmpty()) {
        form.copies = invocation.copies.toInt();
        if (form.copies < 1 || form.copies > kMostCopies)
            return misread(u"copies"_s, invocation.copies);
    }
    form.isLandscape = invocation.orientation == u"landscape"_s;
    if (!invocation.orientation.isEmpty() && !form.isLandscape && invocation.orientation != u"portrait"_s)
        return misread(u"orientation"_s, invocation.orientation);
    return form;
}

Result<std::optional<imaging::VoiWindow>> windowOf(const QString &text)
{
    if (text.isEmpty())
        return std::optional<imaging::VoiWindow>();
    const auto parts = text.split(u',');
    bool isCenter = false;
    bool isWidth = false;
    const imaging::VoiWindow window{.center = parts.value(0).toDouble(&isCenter),
                                    .width = parts.value(1).toDouble(&isWidth)};
    if (parts.size() != 2 || !isCenter || !isWidth || !window.isUsable())
        return misread(u"window"_s, text);
    return std::optional(window);
}

/// A file, or all files below a folder.
QStringList filesAt(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return {path};
    QStringList files;
    for (QDirIterator each(path, QDir::Files, QDirIterator::Subdirectories); each.hasNext();)
        files.append(each.next());
    files.sort();
    return files;
}

Json jsonOf(const dimse::PrinterState &state)
{
    return Json(Json::Object{{u"status"_s, state.status}, {u"info"_s, state.info}, {u"name"_s, state.name}});
}

Task<int> state(Call call)
{
    const auto printer = printerOf(call);
    if (!printer)
        co_return call.fail(printer.error());
    auto asking = taskOf(QtConcurrent::run([peer = printer->peer] { return dimse::printerState(peer, {}); }));
    const auto answer = co_await asking;
    if (!answer)
        co_return call.fail(answer.error());
    auto json = jsonOf(*answer);
    const bool isReady = answer->status != u"FAILURE"_s;
    json.insert(u"ok"_s, isReady);
    json.insert(u"address"_s, printer->peer.address());
    call.print(json);
    const int code = isReady ? Good : Refused;
    co_return code;
}

/// A print leaves this computer as an export does.
Task<Result<Seat>> admitted(Call call, QString detail)
{
    const auto act = u"imaging.export"_s;
    auto signingIn = signIn(call);
    CO_TRY(auto seat, co_await signingIn);
    auto authorising = workflow::authorise(seat.context, act);
    CO_TRY_VOID(co_await authorising);
    auto recording =
        seat.context.store->commit(seat.context.begin(seat.context.newCommand(), act, {}, detail));
    CO_TRY_VOID(co_await recording);
    co_return Result<Seat>(std::move(seat));
}

/// The first frame of each file, in its own window or the one that was given.
Result<dimse::FilmPrint> printed(const dimse::FilmPrinter &printer,
                                 const dimse::FilmForm &form,
                                 const QStringList &files,
                                 const std::optional<imaging::VoiWindow> &window)
{
    dicom::DecoderPool decoders({.program = dicom::decoderBesideProgram()});
    const auto picture = [&](int index) -> Result<dimse::FilmImage> {
        TRY(const auto frame, decoders.frame(files[index], 0));
        const auto display =
            window ? imaging::GreyDisplay{.window = *window} : imaging::defaultDisplay(*frame);
        return dimse::filmImage(*frame, display, printer.bits);
    };
    return dimse::printFilms(printer.peer, {.form = form, .pictures = int(files.size()), .picture = picture},
                             {}, {});
}

Json jsonOf(const dimse::FilmPrint &print, const QStringList &files)
{
    Json missing{Json::Array{}};
    for (const auto &picture : print.missing)
        missing.append(Json(Json::Object{{u"file"_s, QFileInfo(files.value(picture.index)).fileName()},
                                         {u"code"_s, picture.error.code},
                                         {u"detail"_s, picture.error.detail}}));
    Json warnings{Json::Array{}};
    for (const auto &warning : print.warnings)
        warnings.append(warning);
    Json json(Json::Object{{u"ok"_s, print.isWhole()},
                           {u"printer"_s, jsonOf(print.printer)},
                           {u"films"_s, print.count.films},
                           {u"ofFilms"_s, print.count.ofFilms},
                           {u"pictures"_s, print.count.pictures},
                           {u"ofPictures"_s, print.count.ofPictures},
                           {u"isLastDoubtful"_s, print.isLastDoubtful},
                           {u"missing"_s, missing},
                           {u"warnings"_s, warnings}});
    if (print.endedBy) {
        json.insert(u"code"_s, print.endedBy->code);
        json.insert(u"detail"_s, print.endedBy->detail);
    }
    return json;
}

PartialOutcome outcomeOf(const dimse::FilmPrint &print)
{
    PartialOutcome outcome{.isWhole = print.isWhole(), .endedBy = print.endedBy};
    for (const auto &picture : print.missing)
        outcome.failures.push_back(picture.error);
    return outcome;
}

Task<int> print(Call call)
{
    const auto printer = printerOf(call);
    if (!printer)
        co_return call.fail(printer.error());
    const auto form = formOf(call.invocation, *printer);
    if (!form)
        co_return call.fail(form.error());
    const auto window = windowOf(call.invocation.window);
    if (!window)
        co_return call.fail(window.error());
    const auto files = filesAt(call.invocation.path(call.invocation.arguments.at(1)));
    auto admitting = admitted(call, u"film=%1 to=%2"_s.arg(files.size()).arg(printer->peer.address()));
    const auto seat = co_await admitting;
    if (!seat)
        co_return call.fail(seat.error());
    auto printing = taskOf(QtConcurrent::run([printer = *printer, form = *form, files, window = *window] {
        return printed(printer, form, files, window);
    }));
    const auto result = co_await printing;
    if (!result)
        co_return call.fail(result.error());
    const int code = told(call, outcomeOf(*result), jsonOf(*result, files));
    co_return code;
}

} // namespace

Commands filmCommands()
{
    return {
        {u"pacs printer"_s, u"PRINTER"_s,
         u"What a film printer says of itself: its name in the settings, or dicom://TITLE@host:port."_s,
         state, 1, Reach::NoStore},
        {u"pacs print"_s, u"PRINTER PATH"_s,
         u"Prints a DICOM file, or all below a folder, on a film printer (--layout, --orientation, --copies, "
         u"--window), and says which films were printed and which not."_s,
         print, 2}};
}

} // namespace simiao::cli
