#pragma once

#include "core/date.h"
#include "domain/administration/patient.h"
#include "ui/widgets/view_state.h"
#include "workflow/settings.h"

#include <QCoreApplication>

namespace simiao::sdk {

/// A person's sex, age and phone in the words of the interface's language, for lists.
class PersonWords
{
    Q_DECLARE_TR_FUNCTIONS(simiao::sdk::PersonWords)

public:
    static QString gender(administration::Gender gender);
    /// "45y", below two years "7m", below a month "12d".
    static QString age(Date birth, Date today);
    /// Enough to tell two people apart at the counter: "138****5678", or all of it where the hospital does not mask.
    static QString phone(const QString &number, const workflow::Settings &settings);
    /// "110***********1234", or all of it where the hospital does not mask.
    static QString identityNumber(const QString &number, const workflow::Settings &settings);
    /// What kind of restricted record it is; empty for an ordinary one.
    static QString confidentiality(std::optional<administration::Confidentiality> confidentiality);
    /// How a list says that it could not be read.
    static ui::ViewState failure(const Error &error);
};

} // namespace simiao::sdk
