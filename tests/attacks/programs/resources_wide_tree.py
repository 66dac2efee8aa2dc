"""Returns a dict that holds itself a thousand times, so that it is endless in every direction."""


def create_token(user_id, secret):
    tree = {}
    tree.update({str(index): [tree] * 100 for index in range(10)})
    return tree
