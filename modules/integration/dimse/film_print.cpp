#include "integration/dimse/film_print.h"

#include "core/try.h"
#include "integration/dimse/association.h"
#include "integration/dimse/echo.h"
#include "integration/dimse/film_errors.h"
#include "integration/dimse/services.h"

#include <algorithm>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

/// Done, though not as it was asked (PS3.7 C.4, PS3.4 H.4).
bool isWarning(quint16 status)
{
    return status == 0x0001 || status == 0x0107 || status == 0x0116 || (status & 0xFF00) == 0xB600;
}

Error refused(const Command &answer)
{
    const auto words = answer.errorComment.isEmpty()
        ? statusText(answer)
        : u"%1: %2"_s.arg(statusText(answer), answer.errorComment);
    return {.kind = ErrorKind::Forbidden, .code = u"film.refused"_s, .detail = words};
}

/// A conversation with a printer: each call one request and its answer.
class Printer
{
public:
    Printer(Association &association, AcceptedContext context)
        : m_association(association)
        , m_context(std::move(context))
    {
    }

    const QString &syntax() const { return m_context.transferSyntax; }
    const QStringList &warnings() const { return m_warnings; }

    Result<Message> ask(Command request, const QByteArray &data = {})
    {
        request.messageId = m_association.nextMessageId();
        request.hasDataSet = !data.isEmpty();
        TRY_VOID(m_association.send(m_context, request, data));
        TRY(auto answer, answerTo());
        const auto field = CommandField(quint16(request.field) | 0x8000);
        TRY_VOID(checkAnswers(answer.command, field, request.messageId));
        const quint16 status = answer.command.status.value_or(0);
        if (status != 0 && !isWarning(status))
            return refused(answer.command);
        if (status != 0)
            m_warnings.append(statusText(answer.command));
        return answer;
    }

    /// \returns the UID that the printer gave it, and its data set
    Result<Message> create(QLatin1StringView sopClass, const QByteArray &data)
    {
        TRY(auto answer, ask({.field = CommandField::NCreateRq, .sopClass = sopClass}, data));
        if (answer.command.sopInstance.isEmpty())
            return Error{.kind = ErrorKind::Invalid,
                         .code = u"archive.answer"_s,
                         .detail = u"%1 without a UID (0000,1000)"_s.arg(sopClass)};
        return answer;
    }

private:
    /// Printers tell of themselves in between (N-EVENT-REPORT); that is acknowledged, a bounded number of times.
    Result<Message> answerTo()
    {
        constexpr int kMostReports = 64;
        for (int i = 0; i < kMostReports; ++i) {
            TRY(auto message, m_association.receiveAnswer());
            if (message.command.field != CommandField::NEventReportRq)
                return message;
            const Command answer{.field = CommandField::NEventReportRsp,
                                 .messageId = message.command.messageId,
                                 .sopClass = message.command.sopClass,
                                 .sopInstance = message.command.sopInstance,
                                 .status = 0,
                                 .eventType = message.command.eventType};
            TRY_VOID(m_association.send(message.context, answer));
        }
        return Error{.kind = ErrorKind::Invalid,
                     .code = u"archive.answer"_s,
                     .detail = u"the printer reports without end"_s};
    }

    Association &m_association;
    AcceptedContext m_context;
    QStringList m_warnings;
};

Result<std::unique_ptr<Association>> call(const Destination &printer, std::stop_token stop)
{
    return Association::request(printer, {proposed(kGrayscalePrintManagement)}, std::move(stop));
}

Result<PrinterState> stateOf(Printer &printer)
{
    TRY(const auto answer,
        printer.ask({.field = CommandField::NGetRq, .sopClass = kPrinter, .sopInstance = kPrinterInstance}));
    return printerStateIn(answer.data, printer.syntax());
}

int filmsOf(const FilmOrder &order)
{
    const int perFilm = order.form.columns * order.form.rows;
    return perFilm > 0 ? (order.pictures + perFilm - 1) / perFilm : 0;
}

class FilmRun
{
public:
    FilmRun(Printer &printer,
            const FilmOrder &order,
            const std::function<void(const FilmCount &)> &progress,
            FilmPrint &print)
        : m_printer(printer)
        , m_order(order)
        , m_progress(progress)
        , m_print(print)
    {
    }

    Result<void> run()
    {
        const auto &syntax = m_printer.syntax();
        TRY(const auto session, m_printer.create(kFilmSession, filmSessionData(m_order.form, syntax)));
        m_session = session.command.sopInstance;
        for (int film = 0; film < m_print.count.ofFilms; ++film) {
            TRY_VOID(printFilm(film));
        }
        TRY_VOID(remove(kFilmSession, m_session));
        return ok();
    }

private:
    Result<void> printFilm(int film)
    {
        TRY(const auto made,
            m_printer.create(kFilmBox, filmBoxData(m_order.form, m_session, m_printer.syntax())));
        TRY(const auto boxes, imageBoxesIn(made.data, m_printer.syntax()));
        const int perFilm = m_order.form.columns * m_order.form.rows;
        const int first = film * perFilm;
        const int count = std::min(perFilm, m_order.pictures - first);
        if (boxes.size() < count)
            return Error{.kind = ErrorKind::Invalid,
                         .code = u"archive.answer"_s,
                         .detail = u"%1 image boxes for %2 pictures"_s.arg(boxes.size()).arg(count)};
        std::vector<MissingPicture> missing;
        for (int i = 0; i < count; ++i) {
            TRY_VOID(fill(boxes[i], i + 1, first + i, missing));
        }
        TRY_VOID(order(made.command.sopInstance));
        ++m_print.count.films;
        m_print.count.pictures += count - int(missing.size());
        m_print.missing.insert(m_print.missing.end(), missing.begin(), missing.end());
        if (m_progress)
            m_progress(m_print.count);
        return remove(kFilmBox, made.command.sopInstance);
    }

    /// A picture that cannot be had leaves its place empty; the film is of use without it.
    Result<void> fill(const QString &box, int position, int index, std::vector<MissingPicture> &missing)
    {
        const auto picture = m_order.picture(index);
        if (!picture) {
            missing.push_back({index, picture.error()});
            return ok();
        }
        const Command request{
            .field = CommandField::NSetRq, .sopClass = kGrayscaleImageBox, .sopInstance = box};
        const auto set = m_printer.ask(request, imageBoxData(*picture, position, m_printer.syntax()));
        return set ? ok() : Result<void>(set.error());
    }

    /// From here on nobody knows whether a film comes out, until the printer has answered.
    Result<void> order(const QString &box)
    {
        m_print.isLastDoubtful = true;
        const auto printed = m_printer.ask(
            {.field = CommandField::NActionRq, .sopClass = kFilmBox, .sopInstance = box, .actionType = 1});
        if (!printed) {
            m_print.isLastDoubtful = printed.error().code != u"film.refused"_s;
            return printed.error();
        }
        m_print.isLastDoubtful = false;
        return ok();
    }

    Result<void> remove(QLatin1StringView sopClass, const QString &uid)
    {
        const auto removed =
            m_printer.ask({.field = CommandField::NDeleteRq, .sopClass = sopClass, .sopInstance = uid});
        return removed ? ok() : Result<void>(removed.error());
    }

    Printer &m_printer;
    const FilmOrder &m_order;
    const std::function<void(const FilmCount &)> &m_progress;
    FilmPrint &m_print;
    QString m_session;
};

Result<PrinterState> asked(const Destination &printer, std::stop_token stop)
{
    TRY(const auto association, call(printer, std::move(stop)));
    TRY(const auto context, association->needed(kGrayscalePrintManagement));
    Printer peer(*association, context);
    TRY(const auto state, stateOf(peer));
    association->release();
    return state;
}

Result<FilmPrint> printed(const Destination &printer,
                          const FilmOrder &order,
                          const std::function<void(const FilmCount &)> &progress,
                          std::stop_token stop)
{
    TRY(const auto association, call(printer, std::move(stop)));
    TRY(const auto context, association->needed(kGrayscalePrintManagement));
    Printer peer(*association, context);
    FilmPrint print;
    print.count.ofFilms = filmsOf(order);
    print.count.ofPictures = order.pictures;
    TRY(print.printer, stateOf(peer));
    if (print.printer.status == u"FAILURE"_s)
        return Error{.kind = ErrorKind::Unavailable, .code = u"film.printer"_s, .detail = print.printer.info};
    const auto run = FilmRun(peer, order, progress, print).run();
    print.warnings = peer.warnings();
    // What the printer does with an empty session after its last film is no loss to anybody.
    if (!run && print.count.films < print.count.ofFilms)
        print.endedBy = ofPrinter(run.error());
    if (run)
        association->release();
    return print;
}

} // namespace

Result<workflow::ArchiveProof> echoFilmPrinter(const Destination &printer, std::stop_token stop)
{
    return ofPrinter(echo(printer, {{kGrayscalePrintManagement, u"archive.no-films"_s}}, std::move(stop)));
}

Result<PrinterState> printerState(const Destination &printer, std::stop_token stop)
{
    return ofPrinter(asked(printer, std::move(stop)));
}

Result<FilmPrint> printFilms(const Destination &printer,
                             const FilmOrder &order,
                             const std::function<void(const FilmCount &)> &progress,
                             std::stop_token stop)
{
    return ofPrinter(printed(printer, order, progress, std::move(stop)));
}

} // namespace simiao::dimse
