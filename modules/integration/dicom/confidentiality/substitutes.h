#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace simiao::dicom {

/// What stands in the place of identifying values within one export. The same value gives the same substitute, so that series, studies
/// and references stay together; the secret is thrown away with the export, after which nobody can go back. \thread any
class Substitutes
{
public:
    /// \param secret   at least 16 random bytes
    /// \param subject  Patient ID and Patient's Name of all objects; empty: one made of each Patient ID
    explicit Substitutes(QByteArray secret, QString subject = {});
    /// With a secret of the system's random numbers.
    static Substitutes forOneExport(const QString &subject = {});

    /// The chosen subject can stand in every character set: at most 64 letters of ASCII, no separators.
    bool isSubjectUsable() const;
    /// What others need to make the same substitutes.
    const QByteArray &secret() const { return m_secret; }
    const QString &chosenSubject() const { return m_subject; }

    /// UIDs that the standard itself defines stay.
    QString uid(const QString &original) const;
    /// "A" and eight digits, or the chosen subject.
    QString subject(const QString &patientId) const;
    /// How many days earlier everything of this patient happened, 1 to 3650.
    int daysBack(const QString &patientId) const;

private:
    QByteArray digest(const QString &what, const QString &value) const;

    QByteArray m_secret;
    QString m_subject;
};

/// DA or the date of a DT, `days` earlier; what follows the date stays. Nothing where no whole date can be read.
std::optional<QString> shiftedDate(const QString &value, int days);

} // namespace simiao::dicom
