#pragma once

#include "integration/dimse/conversations.h"
#include "integration/dimse/film_printers.h"
#include "workflow/ports/film_printer.h"

namespace simiao::dimse {

/// A film printer of the settings. Each film is a session of its own, so that what became of it is known before the next is made.
/// Destroying it waits for what is under way, a second at most.
class DimseFilmPrinter : public workflow::FilmPrinter
{
public:
    explicit DimseFilmPrinter(dimse::FilmPrinter settings);

    QString displayName() const override { return m_settings.peer.name; }
    workflow::FilmStock stock() const override;
    Task<Result<workflow::ArchiveProof>> probe(std::stop_token stop) override;
    Task<Result<workflow::FilmReceipt>> print(workflow::Film film, std::stop_token stop) override;

private:
    const dimse::FilmPrinter m_settings;
    Conversations m_conversations;
};

} // namespace simiao::dimse
