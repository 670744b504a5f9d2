#pragma once

#include "integration/dimse/destination.h"
#include "integration/dimse/film_data.h"
#include "workflow/ports/image_archive.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace simiao::dimse {

/// What is printed: pictures in their order, so many on a film.
struct FilmOrder
{
    FilmForm form;
    int pictures = 0;
    /// One of them, from 0, when its turn has come: no more than one is held.
    std::function<Result<FilmImage>(int index)> picture;
};

/// A picture that is not on its film, and why.
struct MissingPicture
{
    int index = 0;
    Error error;
};

/// How far a print came: a film counts when the printer has taken the order to print it.
struct FilmCount
{
    int films = 0; ///< taken
    int ofFilms = 0;
    int pictures = 0; ///< on films that were taken
    int ofPictures = 0;

    bool operator==(const FilmCount &) const = default;
};

struct FilmPrint
{
    PrinterState printer;
    FilmCount count;
    std::vector<MissingPicture> missing; ///< of the films that were taken
    QStringList warnings;                ///< what the printer did otherwise than asked: "status B604"
    /// Why the films after the last that was taken are not printed.
    std::optional<Error> endedBy;
    /// The film whose order was sent last was not answered: it may be printed, or not.
    bool isLastDoubtful = false;

    bool isWhole() const { return !endedBy && missing.empty(); }
};

/// C-ECHO to a film printer: `archive.no-films` in the notices where it takes none. As ofPrinter(). \thread blocks
Result<workflow::ArchiveProof> echoFilmPrinter(const Destination &printer, std::stop_token stop);

/// What the printer says of itself (N-GET).
/// \thread blocks
Result<PrinterState> printerState(const Destination &printer, std::stop_token stop);

/// Prints films: Basic Grayscale Print Management (PS3.4 annex H) as its user. A printer that reports FAILURE is given nothing.
/// \returns an error where nothing could be begun; else what was printed, and what not. Forbidden `film.refused` (the printer's
///          words), Unavailable `film.printer` (its state), and the errors of Association as ofPrinter() says them
/// \thread blocks
Result<FilmPrint> printFilms(const Destination &printer,
                             const FilmOrder &order,
                             const std::function<void(const FilmCount &)> &progress,
                             std::stop_token stop);

} // namespace simiao::dimse
