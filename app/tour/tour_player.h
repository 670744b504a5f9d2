#pragma once

#include "tour/program.h"
#include "tour/tour.h"
#include "tour/tour_report.h"

#include <QSet>

namespace simiao::tour {

/// Plays the steps of a tour, up to the first that fails.
class TourPlayer
{
public:
    struct Folders
    {
        QString tour;        ///< of the tour's file
        QString screenshots; ///< empty: none are taken
    };

    /// \param patience  waits are so many times as long as the steps say
    TourPlayer(Program &program, TourReport &report, Folders folders, int patience = 1);

    void play(const Tour &tour);

private:
    Outcome playStep(const Step &step);
    Outcome perform(const Login &login);
    Outcome perform(const Press &press);
    Outcome perform(const Type &type);
    Outcome perform(const Expect &expect);
    Outcome perform(const Screenshot &screenshot);
    Outcome perform(const Restart &restart);
    Outcome perform(const Kill &kill);
    Outcome perform(const Damage &damage);
    Outcome perform(const Note &note);
    Outcome perform(const FocusReport &report);
    Outcome perform(const Import &import);

    /// Until people can log in.
    Outcome waitUntilOpen();
    Outcome waitFor(const QString &object, const QString &property, const QString &value);
    Outcome enter(const QString &field, const QString &text);
    Outcome request(const Json &json, std::chrono::milliseconds patience = Program::kPatience);

    Program &m_program;
    TourReport &m_report;
    Folders m_folders;
    int m_patience;
    QSet<QString> m_missing; ///< kinds of imports whose file is not there
};

} // namespace simiao::tour
