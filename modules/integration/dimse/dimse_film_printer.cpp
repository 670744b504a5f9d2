#include "integration/dimse/dimse_film_printer.h"

#include "core/try.h"
#include "integration/dimse/film_print.h"
#include "integration/dimse/film_size.h"

namespace simiao::dimse {

using namespace Qt::StringLiterals;
using workflow::Film;
using workflow::FilmReceipt;

namespace {

Result<FilmImage> imageOf(const Film &film)
{
    if (film.columns < 1 || film.rows < 1 || film.columns > 0xFFFF || film.rows > 0xFFFF
        || film.greys.size() != qsizetype(film.columns) * film.rows)
        return Error{ErrorKind::Internal, u"film.shape"_s, u"%1 x %2"_s.arg(film.columns).arg(film.rows)};
    FilmImage image{.columns = film.columns, .rows = film.rows, .pixels = film.greys};
    if (image.pixels.size() % 2 != 0)
        image.pixels.append('\0');
    return image;
}

Result<FilmReceipt> receiptOf(const FilmPrint &print)
{
    if (!print.endedBy)
        return FilmReceipt{.warnings = print.warnings};
    if (print.isLastDoubtful)
        return Error{ErrorKind::Unavailable, u"film.doubtful"_s, logLine(*print.endedBy)};
    return *print.endedBy;
}

Result<FilmReceipt> printed(const FilmPrinter &printer, const Film &film, const std::stop_token &stop)
{
    TRY(const auto image, imageOf(film));
    const FilmOrder order{.form = {.isLandscape = film.isLandscape,
                                   .filmSize = printer.filmSize,
                                   .medium = printer.medium,
                                   .copies = film.copies},
                          .pictures = 1,
                          .picture = [&image](int) { return Result<FilmImage>(image); }};
    TRY(const auto print, printFilms(printer.peer, order, {}, stop));
    return receiptOf(print);
}

} // namespace

DimseFilmPrinter::DimseFilmPrinter(dimse::FilmPrinter settings)
    : m_settings(std::move(settings))
{
}

workflow::FilmStock DimseFilmPrinter::stock() const
{
    return {.mm = filmMm(m_settings.filmSize), .isPaper = m_settings.medium == u"PAPER"_s};
}

Task<Result<workflow::ArchiveProof>> DimseFilmPrinter::probe(std::stop_token stop)
{
    return m_conversations.begin(std::move(stop), [peer = m_settings.peer](const std::stop_token &either) {
        return echoFilmPrinter(peer, either);
    });
}

Task<Result<FilmReceipt>> DimseFilmPrinter::print(Film film, std::stop_token stop)
{
    return m_conversations.begin(
        std::move(stop), [printer = m_settings, film = std::move(film)](const std::stop_token &either) {
            return printed(printer, film, either);
        });
}

} // namespace simiao::dimse
