"""The talk: welcome card, board and agreements, with what is asked over them."""
