#pragma once

#include "admin/models/difference_model.h"
#include "admin/models/package_table_model.h"
#include "admin/models/version_table_model.h"
#include "sdk/known_state.h"

namespace simiao::admin {

/// The rules and templates there are, the versions of the one that is looked at, and what two of them differ in.
class PackageShelf : public QObject
{
    Q_OBJECT

public:
    explicit PackageShelf(sdk::Desk *desk, QObject *parent = nullptr);

    PackageTableModel *packages() const { return m_packages; }
    VersionTableModel *versions() const { return m_versions; }
    DifferenceModel *difference() const { return m_difference; }
    const ui::ViewState &state() const { return m_state->state(); }
    /// Which two texts the difference is of, and how large it is.
    const QString &compared() const { return m_compared; }

    /// The kind that is looked at; null before anything was read.
    const workflow::PackageKind *kind() const;
    /// Row of the version that is looked at; -1 when there is none.
    int version() const;

    void reload();
    void retranslate();
    /// Looks at another kind, and at what holds of it. \returns whether it is another one
    bool choose(int package);
    /// Looks at a version: it is compared with what holds, or with what compareFrom() chose.
    void look(int version);
    /// Looks at a version by its number, once it is read.
    void lookAt(const QString &release);
    /// Versions are compared with this one from now on.
    void compareFrom(int version);
    /// Shows a text that is not stored yet, compared with what holds.
    void showCandidate(const workflow::PackageInstallation &candidate);

Q_SIGNALS:
    void changed();

private:
    void take(const Result<PackageReading> &read);
    void showVersions();
    void compare();
    void show(const std::vector<DiffLine> &lines, const QString &before, const QString &after);
    Date today() const { return m_desk->context().clock->today(); }
    const VersionLine *lineOf(const std::optional<QString> &release) const;

    sdk::Desk *m_desk;
    PackageTableModel *m_packages;
    VersionTableModel *m_versions;
    DifferenceModel *m_difference;
    PackageReading m_read;
    QString m_name;                   ///< of the kind looked at
    std::optional<QString> m_release; ///< looked at; empty text: the shipped one; absent: what holds
    std::optional<QString> m_base;    ///< compared from; absent: what holds
    QString m_compared;
    bool m_isFilling = false; ///< rows come and go: what becomes current meanwhile nobody chose
    sdk::KnownState *m_state;
};

} // namespace simiao::admin
