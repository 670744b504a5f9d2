#pragma once

#include "sdk/desk.h"

#include <QMap>

namespace simiao::admin {

/// Keeps what is typed into the fields of one form in the draft journal until it is stored or given up, so that it outlives
/// the program.
class FormJournal
{
public:
    /// \param prefix  of the fields' names in the journal: "admin.hospital."
    FormJournal(sdk::Desk *desk, const QString &prefix);

    /// What the journal still has, by field; empty when the form was finished.
    QMap<QString, QString> unfinished();
    void record(const QString &field, const QString &text);
    void discard();

private:
    sdk::Desk *m_desk;
    QString m_prefix;
    Uuid m_draft;
};

} // namespace simiao::admin
