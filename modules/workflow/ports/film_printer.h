#pragma once

#include "workflow/ports/image_archive.h"

#include <QSizeF>

namespace simiao::workflow {

/// One film as it shall look.
struct Film
{
    int columns = 0;
    int rows = 0;
    QByteArray greys;         ///< a byte a pixel, row by row, 0 is black
    bool isLandscape = false; ///< the longer side lies across
    int copies = 1;

    bool operator==(const Film &) const = default;
};

/// The printer has taken the order for a film.
struct FilmReceipt
{
    QStringList warnings; ///< what it did otherwise than asked, in its words: "status B604"

    bool operator==(const FilmReceipt &) const = default;
};

/// What films are made of.
struct FilmStock
{
    QSizeF mm = {};       ///< upright; empty where the settings leave it to the printer
    bool isPaper = false; ///< it is not looked through: its ground is white

    bool operator==(const FilmStock &) const = default;
};

/// A printer of films that speaks DICOM. It may be destroyed while a task runs; the task then ends with Cancelled or its result.
/// \thread calls and results on the caller's thread, the work elsewhere
class FilmPrinter
{
public:
    virtual ~FilmPrinter() = default;

    virtual QString displayName() const = 0;
    virtual FilmStock stock() const = 0;

    /// Prints one film; success: the printer has taken the order. Once the order is sent it cannot be stopped.
    /// Unavailable `film.printer` (its state), `film.doubtful` where the order was sent and not answered: the film may come out or
    /// not; Forbidden `film.refused` (its words); `film.unreachable`, `film.silent`, `film.cut` … as `archive.…` of ImageArchive
    virtual Task<Result<FilmReceipt>> print(Film film, std::stop_token stop) = 0;

    /// Is it there, and does it take films? As ImageArchive::probe(); nothing is printed.
    virtual Task<Result<ArchiveProof>> probe(std::stop_token /*stop*/)
    {
        co_return Error{.kind = ErrorKind::Unavailable, .code = QStringLiteral("archive.no-protocol")};
    }
};

} // namespace simiao::workflow
