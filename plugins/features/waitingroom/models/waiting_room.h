#pragma once

#include "sdk/display.h"
#include "waitingroom/models/board_model.h"

#include <QTimer>

namespace simiao::waitingroom {

/// Follows the queue of the whole house: reads it when something of it is committed, and once a minute anyway. Everything
/// the QML draws comes from here. \thread GUI
class WaitingRoom : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QAbstractItemModel *boards READ boards CONSTANT)
    /// loading, empty, ready, stale, error
    Q_PROPERTY(QString state READ state NOTIFY stateChanged)
    /// What there is to say of the state; empty while it is ready.
    Q_PROPERTY(QString notice READ notice NOTIFY stateChanged)
    /// Why, for whoever is asked about it.
    Q_PROPERTY(QString cause READ cause NOTIFY stateChanged)
    Q_PROPERTY(QString title READ title NOTIFY languageChanged)
    Q_PROPERTY(QString time READ time NOTIFY timeChanged)
    Q_PROPERTY(QString date READ date NOTIFY timeChanged)

public:
    explicit WaitingRoom(const sdk::DisplayContext &context, QObject *parent = nullptr);

    QAbstractItemModel *boards() { return &m_boards; }
    QString state() const;
    QString notice() const;
    QString cause() const;
    QString title() const;
    QString time() const;
    QString date() const;

    void setLocale(const QLocale &locale);

Q_SIGNALS:
    void stateChanged();
    void languageChanged();
    void timeChanged();
    /// Somebody was called just now, on this row of the boards.
    void called(int row);

private:
    using Entries = std::vector<workflow::WaitingEntry>;
    enum class State { Loading, Empty, Ready, Stale, Error };

    State stateNow() const;
    void follow(const workflow::Receipt &receipt);
    void read();
    void receive(const Result<Entries> &entries);
    void accept(const Entries &entries);
    void refuse(const Error &error);
    /// Once a second: time of day, what is no longer new, whether it is time to read again.
    void tick();
    Instant now() const { return m_context.clock->now(); }

    workflow::Context m_context;
    const workflow::ReferenceData *m_reference;
    QLocale m_locale;
    BoardModel m_boards;
    QTimer m_second;

    std::optional<Instant> m_readAt; ///< of what is shown
    std::optional<Error> m_error;    ///< of the last attempt
    Instant m_askedAt;
    bool m_isReading = false;
    bool m_isOutdated = false; ///< something was committed while it was read
};

} // namespace simiao::waitingroom
