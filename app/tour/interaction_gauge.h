#pragma once

#include "core/json.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QObject>
#include <QPointer>
#include <QWindow>

namespace simiao::tour {

/// What the person had to do, and how long the program kept her waiting.
struct Interaction
{
    qint64 keystrokes = 0;         ///< key presses that reached a window
    qint64 composedCharacters = 0; ///< characters from the input method
    qint64 mouseEvents = 0;        ///< moves, buttons, wheel
    qint64 windowsShown = 0;       ///< windows that appeared, also for a moment; no pop-ups
    qint64 windowActivations = 0;  ///< times a window got the focus that did not have it last
    qint64 longestTurnMs = 0;      ///< longest stretch in which the event loop handled no new event

    Json toJson() const;
    /// Missing members count as 0.
    static Interaction fromJson(const Json &json);
    /// What two lives of a program add up to.
    Interaction plus(const Interaction &other) const;
};

/// Measures the interaction with this process. A turn begins with the first event after the loop woke and ends when it
/// blocks or goes round again. \thread  GUI
class InteractionGauge : public QObject
{
    Q_OBJECT

public:
    explicit InteractionGauge(QObject *parent = nullptr);

    const Interaction &sofar() const { return m_interaction; }
    /// The turn that runs is the tour's, not the program's: it does not count.
    void forgetTurn() { m_isTurnCounted = false; }
    void addComposed(qsizetype characters) { m_interaction.composedCharacters += characters; }

Q_SIGNALS:
    /// A turn ended that lasted longer than a person should wait (reliability.md: 50 ms).
    /// \param during  the event in it that took longest: its type and the class of its receiver
    void slowTurn(qint64 ms, const QString &during);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct EventName
    {
        QEvent::Type type = QEvent::None;
        const char *receiverClass = "";
        QString receiver;

        QString toString() const;
    };

    void count(const QWindow *window, const QEvent *event);
    void endTurn();
    void endEvent();
    void countWindow(QWindow *window);

    Interaction m_interaction;
    QElapsedTimer m_turn;  ///< invalid between turns
    QElapsedTimer m_event; ///< since the event began that is handled; invalid between turns
    EventName m_eventName;
    qint64 m_longestEventNs = 0; ///< of this turn
    EventName m_longestEvent;
    bool m_isTurnCounted = false; ///< the start of the program is no turn
    QPointer<QWindow> m_lastWindow;
};

} // namespace simiao::tour
