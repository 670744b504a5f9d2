#pragma once

#include "workflow/two_versions.h"

#include <QDialog>

class QAction;

namespace simiao::ui {
class TextLabel;
} // namespace simiao::ui

namespace simiao::sdk {

class VersionsRow;

/// What the window says of the two who wrote.
struct VersionsWords
{
    QString lead;   ///< who stored it, when, and that nothing is lost
    QString theirs; ///< above the stored texts: who, when
    QString mine;   ///< above the others
    QString accept; ///< what the last step is called
};

/// Two versions of a record beside each other, field by field. Fields that need no choice are proposed; the rest is chosen
/// before it can be stored. Closing it stores and forgets nothing.
class VersionsDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param fields  all of them; those that do not differ are named in one line
    VersionsDialog(const std::vector<workflow::TwoVersions> &fields,
                   const VersionsWords &words,
                   const QString &language,
                   QWidget *parent = nullptr);

    /// What is chosen for each field that differs, in their order.
    std::vector<std::pair<workflow::TwoVersions, workflow::Taken>> choices() const;
    void takeAll(workflow::Taken taken);

private:
    QWidget *makeRows(const std::vector<workflow::TwoVersions> &fields, const QString &language);
    QWidget *makeHeads(const VersionsWords &words) const;
    QWidget *makeButtons();
    QAction *addKey(const QString &name, const QString &text, const char *keys);
    void showOpen();

    std::vector<VersionsRow *> m_rows;
    ui::TextLabel *m_open; ///< how many are to be chosen yet
    QAction *m_accept;
};

} // namespace simiao::sdk
