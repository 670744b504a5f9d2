#pragma once

#include "core/json.h"
#include "tour/ambiguous_keys.h"
#include "tour/interaction_gauge.h"
#include "tour/line_socket.h"
#include "tour/stroke.h"
#include "workflow/ports/change_feed.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHash>
#include <QQueue>
#include <QSocketNotifier>

#include <optional>

namespace simiao::tour {

/// The played program's half of a tour: does what the requests on a socket say, one after another, with key events that
/// come in where the platform's do, and answers when the event loop has settled. README.md has the protocol.
/// When the other end goes away, so does the program.
class TourDriver : public QObject
{
    Q_OBJECT

public:
    /// \param fd  of the inherited socket, connected
    explicit TourDriver(int fd, QObject *parent = nullptr);

    /// Reports every row of every commit of this feed to the tour.
    void watchSaves(workflow::ChangeFeed *changes);

private:
    using Handler = void (TourDriver::*)(const Json &request);

    void readRequests();
    void startNext();
    void sayReadyOnceShown();
    void saySlowTurn(qint64 ms, const QString &during);

    void press(const Json &request);
    void type(const Json &request);
    void waitFor(const Json &request);
    void screenshot(const Json &request);
    void focusReport(const Json &request);
    void quit(const Json &request);

    void playStrokes();
    void answer(bool isOk, const QString &detail = {});
    void send(const Json &message);

    static const QHash<QString, Handler> &handlers();

    LineSocket m_socket;
    QSocketNotifier m_incoming;
    InteractionGauge m_gauge;
    QQueue<Json> m_requests;
    std::optional<qint64> m_inHand; ///< id of the request that is being done
    QQueue<Stroke> m_strokes;
    AmbiguousKeys m_ambiguous;
    QString m_failure; ///< why the last stroke could not be played
    QElapsedTimer m_waited;
};

/// The driver of this process, owned by `application`; call it before the first window is shown, and watchSaves() as
/// soon as there is a store.
TourDriver *startTourDriver(int fd, QApplication &application);

} // namespace simiao::tour

using simiao::tour::startTourDriver;
