#pragma once

#include "support/world.h"

#include <QTest>

namespace simiao::test {

/// What every Store must do. One subclass per back-end runs it.
class StoreContract : public QObject
{
    Q_OBJECT

protected:
    /// A fresh, empty store.
    virtual std::shared_ptr<workflow::Store> makeStore() = 0;

private Q_SLOTS:
    void rowsComeBackEqual();
    void historiesOfOtherSystemsComeBackEqual();
    void absentRowIsNotFound();
    void updateNeedsTheVersionThatWasRead();
    void rowThatIsReadOftenIsAsItWasLastWritten();
    void failingStepLeavesNothingBehind();
    void sameCommandTwiceGivesTheFirstReceipt();
    void numbersRunWithoutGapAndAreFormatted();
    void slotNeverOverbooks();
    void stockNeverFallsBelowZero();
    void uniqueKeysAreNamed();
    void chargeIsSettledOnce();
    void whatWasWithdrawnIsNotToBePaid();
    void changeFeedAnnouncesAfterTheCommit();
    void findsPatientsByNamePinyinNumberAndPhoneTail_data();
    void findsPatientsByNamePinyinNumberAndPhoneTail();
    void storesHostileTextVerbatim_data();
    void storesHostileTextVerbatim();
    void queueIsOrderedByNumber();
    void slotsOfAllDepartmentsAreFoundByTime();
    void whatWasWithdrawnIsFoundByWhenItWas();
    void linesThatWereCancelledAreFoundApart();
    void theSlotThatEndsLastIsFound();
    void lotsOfAllDrugsAreFoundWhereTheyLie();
    void trailIsReadByPatientPersonAndPage();
    void settingsComeInTheOrderInWhichTheyWin();
    void whoWaitsIsFoundInAllDepartments();
    void choicesUnderOneKeyAreFound();
    void devicesComeByDeskAndUse();
    void versionsOfRulesComeInTheirOrderAndTheActiveOneIsFound();
    void unknownQueryIsRefused();
    void whatWasEnteredInErrorOrCancelledIsNotFoundAgain();
    void severalQuestionsAreAnsweredAtOnce();
    void oneMissingRowIsNamedAmongSeveralQuestions();
    void whatIsDecidedFromRowsIsStored();
    void refusedDecisionStoresNothing();
    void decisionFromAMissingRowIsNotFound();
    void repeatedDecisionGivesTheFirstReceiptWhateverItSaysNow();
};

} // namespace simiao::test
